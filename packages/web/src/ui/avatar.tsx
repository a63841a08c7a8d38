import { initials, personColour } from "../data/person.ts";

export function Avatar(props: { name: string; size?: "m" | "l" }) {
  return (
    <span
      class={`avatar ${props.size ?? ""}`}
      style={{ "--av": personColour(props.name) }}
      data-initials={initials(props.name)}
      title={props.name}
      aria-hidden="true"
    />
  );
}
