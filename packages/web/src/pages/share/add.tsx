import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import type { Entity, Principal, Privilege } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import { PrincipalInput } from "../principal-input.tsx";
import { Privileges } from "./privileges.tsx";
import { type Choice, choices, endOf, rightsOf, type Term, terms } from "./terms.ts";

/** Whom to share with, as what, and until when. */
export function AddHolder(props: { entity: Entity; onDone: () => void }) {
  const [text, setText] = createSignal("");
  const [chosen, setChosen] = createSignal<Principal>();
  const [choice, setChoice] = createSignal<Choice>("viewer");
  const [custom, setCustom] = createSignal<Privilege[]>(["see", "read"]);
  const [term, setTerm] = createSignal<Term>("never");
  const { busy, error, submit } = createSubmit();

  async function share() {
    const principal = chosen();
    const whom = principal ? { principalId: principal.principalId } : { email: text().trim() };
    await submit(async () => {
      await api.grants.create(props.entity.id, { ...whom, ...rightsOf(choice(), custom()), ...endOf(term()) });
      toast(`${text().trim()} can use ${props.entity.name}`, { tone: "ok" });
      setText("");
      setChosen(undefined);
      props.onDone();
    });
  }

  return (
    <form
      class="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void share();
      }}
    >
      <div class="flex items-end gap-2">
        <PrincipalInput
          label="Person or group to share with"
          text={text()}
          onText={setText}
          chosen={chosen()}
          onChoose={setChosen}
          accepts={({ kind }) => kind === "personal" || kind === "team"}
        />
        <Select hideLabel label="Role" class="w-32" options={choices} value={choice()} onChange={setChoice} />
        <Button tone="primary" type="submit" busy={busy()} disabled={!chosen() && !text().includes("@")}>
          Share
        </Button>
      </div>
      <Select hideLabel label="Until when" class="w-36" options={terms} value={term()} onChange={setTerm} />
      <Show when={choice() === "custom"}>
        <Privileges label="Rights to give" chosen={custom()} onChange={setCustom} own={props.entity.privileges} />
      </Show>
      <Show when={error()}>
        <Banner tone="bad">{sentence(error())}</Banner>
      </Show>
    </form>
  );
}
