import { Show } from "solid-js";
import { fieldError, isProblem, sentence } from "../../../data/problem.ts";
import { Banner } from "../../../ui/banner.tsx";

/** Why it was not taken, where that is not said at a field. */
export function Refused(props: { error: unknown; except: string[] }) {
  const isSaid = () => props.except.some((name) => fieldError(props.error, name));
  const fields = () => (isProblem(props.error) ? props.error.errors.map(({ message }) => message).join("; ") : "");
  return (
    <Show when={props.error && !isSaid()}>
      <Banner tone="bad">
        {sentence(props.error)} {fields()}
      </Banner>
    </Show>
  );
}
