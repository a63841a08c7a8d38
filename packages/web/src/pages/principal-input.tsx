import { Show } from "solid-js";
import { createPrincipals } from "../data/principals.ts";
import type { Principal } from "../data/types.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Combobox } from "../ui/combobox.tsx";

type Props = {
  label: string;
  text: string;
  onText: (text: string) => void;
  chosen: Principal | undefined;
  onChoose: (principal: Principal | undefined) => void;
  accepts: (principal: Principal) => boolean;
};

const isGroup = ({ kind }: Principal) => kind !== "personal";

/** A box for an address or a name, with whom it may mean below it. */
export function PrincipalInput(props: Props) {
  const found = createPrincipals(() => (props.chosen ? "" : props.text), props.accepts);
  return (
    <Combobox
      hideLabel
      label={props.label}
      listLabel="Whom it may mean"
      icon={props.chosen && isGroup(props.chosen) ? "people" : "mail"}
      placeholder="name@example.org, or a group"
      class="grow max-[599px]:basis-full"
      text={props.text}
      onText={(text) => {
        props.onChoose(undefined);
        props.onText(text);
      }}
      options={found()}
      option={(principal) => (
        <>
          <Avatar name={principal.name} group={isGroup(principal)} />
          <span class="truncate">{principal.name}</span>
          <Show when={isGroup(principal)}>
            <span class="end text-11 text-fg-3">group</span>
          </Show>
        </>
      )}
      onChoose={(principal) => {
        props.onChoose(principal);
        props.onText(principal.name);
      }}
    />
  );
}
