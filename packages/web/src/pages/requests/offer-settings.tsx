import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import type { AccessOffer, Bundle, Entity, Principal } from "../../data/types.ts";
import { bundles } from "../../data/visibility.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field } from "../../ui/field.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { PrincipalInput } from "../principal-input.tsx";
import { type Days, dayOptions, daysOf, optionOf } from "./terms.ts";

/** What people who want access are asked, what they can get, and who decides. */
export function OfferSettings(props: { entity: Entity }) {
  const may = () => props.entity.privileges.includes("share");
  const offer = useQuery(() => ({ ...queries.offer(props.entity.id), enabled: may() }));
  return (
    <Show when={may() && offer.data} keyed>
      {(found) => <Form entity={props.entity} offer={found} />}
    </Show>
  );
}

function Form(props: { entity: Entity; offer: AccessOffer }) {
  const [question, setQuestion] = createSignal(props.offer.question);
  const [chosen, setChosen] = createSignal<Bundle[]>(props.offer.bundles);
  const [days, setDays] = createSignal<Days>(optionOf(props.offer.days));
  const [approvers, setApprovers] = createSignal(props.offer.approvers);
  const [text, setText] = createSignal("");
  const { busy, error, submit } = createSubmit();

  const add = (principal: Principal | undefined) => {
    if (!principal) return;
    setApprovers((all) => [...all.filter((one) => one.principalId !== principal.principalId), principal]);
    queueMicrotask(() => setText(""));
  };
  async function save() {
    await submit(async () => {
      const body = { question: question().trim(), bundles: chosen(), days: daysOf(days()) };
      const ids = approvers().map(({ principalId }) => principalId);
      await api.access.putOffer(props.entity.id, { ...body, approvers: ids });
      await client.invalidateQueries({ queryKey: ["offer", props.entity.id] });
      toast("Saved", { tone: "ok" });
    });
  }

  return (
    <section class="mt-10 border-t border-line pt-5">
      <h2 class="mb-1">Requests for access</h2>
      <p class="mb-3 text-fg-2">
        Whoever finds this without being let in can ask. Make it discoverable above to be found.
      </p>
      <form
        class="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label="Question to answer"
          placeholder="What do you need it for?"
          value={question()}
          onText={setQuestion}
          maxLength={2000}
        />
        <fieldset class="flex flex-wrap gap-x-4 gap-y-1.5">
          <legend class="label mb-1">They can ask to be</legend>
          <For each={bundles}>
            {({ value, label }) => (
              <Checkbox
                checked={chosen().includes(value)}
                onChange={(on) => setChosen((all) => (on ? [...all, value] : all.filter((one) => one !== value)))}
              >
                {label}
              </Checkbox>
            )}
          </For>
        </fieldset>
        <Select label="Access ends after" class="w-44" options={dayOptions} value={days()} onChange={setDays} />
        <div>
          <p class="label mb-1">Who decides</p>
          <ul class="mb-2">
            <For each={approvers()} fallback={<li class="text-12 text-fg-3">Everybody who may share it</li>}>
              {({ principalId, name }) => (
                <li class="flex h-7 items-center gap-2">
                  {name}
                  <IconButton
                    icon="close"
                    size="sm"
                    label={`${name} no longer decides`}
                    onClick={() => setApprovers((all) => all.filter((one) => one.principalId !== principalId))}
                  />
                </li>
              )}
            </For>
          </ul>
          <PrincipalInput
            label="Add somebody who decides"
            text={text()}
            onText={setText}
            chosen={undefined}
            onChoose={add}
            accepts={({ kind }) => kind === "personal" || kind === "team"}
          />
        </div>
        <Show when={error()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
        <div>
          <Button type="submit" busy={busy()} disabled={chosen().length === 0}>
            Save what is asked
          </Button>
        </div>
      </form>
    </section>
  );
}
