import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { type Model, modelsAPI } from "../../data/models.ts";
import { sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { EntityInput } from "../functions/entity-input.tsx";

/** Every row of a table: a run, which makes a new table. */
export function Apply(props: { model: Model }) {
  const navigate = useNavigate();
  const [table, setTable] = createSignal<string>();
  const { busy, error, submit } = createSubmit();
  return (
    <section class="card" aria-label="Apply to a table">
      <header>
        <h2>Apply to a table</h2>
      </header>
      <form
        class="flex flex-col gap-3 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          const id = table();
          if (id) void submit(async () => navigate(`/runs/${(await modelsAPI.apply(props.model.id, id)).id}`));
        }}
      >
        <EntityInput
          label="Table"
          help="Its rows come into a new table, with what is predicted for each"
          error={undefined}
          kind="table"
          disabled={false}
          onChoose={(entity) => setTable(entity?.id)}
        />
        <Show when={error()}>{(found) => <Banner tone="bad">{sentence(found())}</Banner>}</Show>
        <div>
          <Button type="submit" icon="play" busy={busy()} disabled={table() === undefined}>
            Apply
          </Button>
        </div>
      </form>
    </section>
  );
}
