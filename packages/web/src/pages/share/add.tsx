import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { isProblem } from "../../data/problem.ts";
import { toast } from "../../data/toast.ts";
import type { Entity, Privilege } from "../../data/types.ts";
import { Select } from "../../ui/select.tsx";
import { AddPrincipal, type Whom } from "../add-principal.tsx";
import { NotifyChoice, NotifyMessage } from "./notify.tsx";
import { Privileges } from "./privileges.tsx";
import { type Choice, choices, endOf, rightsOf, type Term, terms } from "./terms.ts";

/** Whom to share with, as what, until when, and whether they hear of it. */
export function AddHolder(props: { entity: Entity; onDone: () => void }) {
  const [choice, setChoice] = createSignal<Choice>("viewer");
  const [custom, setCustom] = createSignal<Privilege[]>(["see", "read"]);
  const [term, setTerm] = createSignal<Term>("never");
  const [whom, setWhom] = createSignal<Whom>();
  const [notifies, setNotifies] = createSignal(true);
  const [message, setMessage] = createSignal("");
  const bundle = () => {
    const chosen = choice();
    return chosen === "custom" ? undefined : chosen;
  };

  async function share(to: Whom): Promise<void> {
    const holder = "principal" in to ? { principalId: to.principal.principalId } : { email: to.email };
    const body = { ...holder, ...rightsOf(choice(), custom()), ...endOf(term()) };
    const notify = notifies() && { message: message().trim() };
    const told = await api.grants.create(props.entity.id, { ...body, notify }).then(
      () => notifies(),
      // The dialog said beforehand that so many are not notified.
      (error: unknown) => {
        if (!isProblem(error, "grant.too_many_to_notify")) throw error;
        return api.grants.create(props.entity.id, { ...body, notify: false }).then(() => false);
      },
    );
    toast(`${to.name} can use ${props.entity.name}`, { tone: "ok", detail: told ? "" : "Nobody was notified." });
    setMessage("");
    props.onDone();
  }

  return (
    <AddPrincipal
      label="Person or group to share with"
      action="Share"
      accepts={({ kind }) => kind === "personal" || kind === "team"}
      onWhom={setWhom}
      onAdd={share}
      beside={<Select hideLabel label="Role" class="w-32" options={choices} value={choice()} onChange={setChoice} />}
    >
      <div class="flex flex-wrap items-center gap-3">
        <NotifyChoice entity={props.entity.id} whom={whom()} bundle={bundle()} on={notifies()} onChange={setNotifies} />
        <Select hideLabel label="Until when" class="ml-auto w-36" options={terms} value={term()} onChange={setTerm} />
      </div>
      <Show when={whom() && notifies()}>
        <NotifyMessage text={message()} onText={setMessage} />
      </Show>
      <Show when={choice() === "custom"}>
        <Privileges label="Rights to give" chosen={custom()} onChange={setCustom} own={props.entity.privileges} />
      </Show>
    </AddPrincipal>
  );
}
