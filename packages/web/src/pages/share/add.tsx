import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { toast } from "../../data/toast.ts";
import type { Entity, Privilege } from "../../data/types.ts";
import { Select } from "../../ui/select.tsx";
import { AddPrincipal } from "../add-principal.tsx";
import { Privileges } from "./privileges.tsx";
import { type Choice, choices, endOf, rightsOf, type Term, terms } from "./terms.ts";

/** Whom to share with, as what, and until when. */
export function AddHolder(props: { entity: Entity; onDone: () => void }) {
  const [choice, setChoice] = createSignal<Choice>("viewer");
  const [custom, setCustom] = createSignal<Privilege[]>(["see", "read"]);
  const [term, setTerm] = createSignal<Term>("never");
  return (
    <AddPrincipal
      label="Person or group to share with"
      action="Share"
      accepts={({ kind }) => kind === "personal" || kind === "team"}
      onAdd={async (whom) => {
        const holder = "principal" in whom ? { principalId: whom.principal.principalId } : { email: whom.email };
        await api.grants.create(props.entity.id, { ...holder, ...rightsOf(choice(), custom()), ...endOf(term()) });
        toast(`${whom.name} can use ${props.entity.name}`, { tone: "ok" });
        props.onDone();
      }}
      beside={<Select hideLabel label="Role" class="w-32" options={choices} value={choice()} onChange={setChoice} />}
    >
      <Select hideLabel label="Until when" class="w-36" options={terms} value={term()} onChange={setTerm} />
      <Show when={choice() === "custom"}>
        <Privileges label="Rights to give" chosen={custom()} onChange={setCustom} own={props.entity.privileges} />
      </Show>
    </AddPrincipal>
  );
}
