import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { plural } from "../../data/format.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import type { Bundle } from "../../data/types.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import type { Whom } from "../add-principal.tsx";

type Props = {
  entity: string;
  whom: Whom | undefined;
  bundle: Bundle | undefined;
  on: boolean;
  onChange: (on: boolean) => void;
};

/** Whether those who are new hear of it, and how many they are. */
export function NotifyChoice(props: Props) {
  const principal = () => (props.whom && "principal" in props.whom ? props.whom.principal : undefined);
  const audience = useQuery(() => ({
    ...queries.audience(props.entity, principal()?.principalId ?? "", props.bundle),
    enabled: principal() !== undefined,
  }));
  const counted = () => (principal() ? loaded(audience) : undefined);
  const tooMany = () => {
    const { people, most } = counted() ?? { people: 0, most: 0 };
    return people > most ? most : undefined;
  };
  const words = () => {
    const { people } = counted() ?? {};
    if (people === undefined) return "Notify them";
    return people === 0 ? "Nobody to notify: they have it already" : `Notify ${plural(people, "person", "people")}`;
  };
  return (
    <Show
      when={tooMany()}
      fallback={
        <Checkbox checked={props.on} onChange={props.onChange}>
          {words()}
        </Checkbox>
      }
    >
      {(most) => (
        <Checkbox checked={false} disabled onChange={props.onChange}>
          Not notified: more than {most()} people
        </Checkbox>
      )}
    </Show>
  );
}

/** Words for those who are notified. */
export const NotifyMessage = (props: { text: string; onText: (text: string) => void }) => (
  <TextArea
    hideLabel
    label="Message to whom is notified"
    placeholder="Add a message (optional)"
    maxLength={500}
    value={props.text}
    onText={props.onText}
  />
);
