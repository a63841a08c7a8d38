import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import type { Namespace } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";

/** The first part of the addresses of somebody's or a group's projects. */
export function NamespaceAddress(props: { groupID: string }) {
  const namespaces = useQuery(() => queries.namespaces());
  const own = () => namespaces.data?.items.find(({ id }) => id === props.groupID);
  return (
    <Show when={own()} keyed>
      {(namespace) => <Form namespace={namespace} />}
    </Show>
  );
}

function Form(props: { namespace: Namespace }) {
  const [slug, setSlug] = createSignal(props.namespace.slug);
  const { busy, error, submit } = createSubmit();

  async function save() {
    await submit(async () => {
      await api.namespaces.rename(props.namespace.id, slug().trim());
      toast("The address is changed", { detail: "Links to the old one still lead there.", tone: "ok" });
      for (const queryKey of [["namespaces"], ["projects"], ["project"]]) await client.invalidateQueries({ queryKey });
    });
  }

  return (
    <section>
      <h2 class="mb-3">Address of projects</h2>
      <form
        class="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label="First part of the address"
          help={`${location.origin}/${slug()}/… Links to the old address still lead there.`}
          value={slug()}
          onText={setSlug}
          error={fieldError(error(), "slug")}
          maxLength={100}
        />
        <Show when={error() && !fieldError(error(), "slug")}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
        <div>
          <Button type="submit" busy={busy()} disabled={!slug().trim() || slug().trim() === props.namespace.slug}>
            Change address
          </Button>
        </div>
      </form>
    </section>
  );
}
