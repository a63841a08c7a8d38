import { personColour } from "../data/person.ts";
import { Icon } from "./icon.tsx";

export const ProjectMark = (props: { id: string; large?: boolean }) => (
  <span class={`avatar sq ${props.large ? "l" : ""}`} style={{ "--av": personColour(props.id) }} aria-hidden="true">
    <Icon name="folder" {...(props.large ? {} : { size: "xs" as const })} />
  </span>
);
