import { For } from "solid-js";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";

/** Told once. */
export const RecoveryCodes = (props: { codes: string[]; onDone: () => void }) => (
  <div class="flex flex-col gap-4">
    <p class="text-fg-2">
      Keep these where you find them without your phone. Each lets you in once; they are not shown again.
    </p>
    <ul class="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md border border-line p-3" aria-label="Recovery codes">
      <For each={props.codes}>
        {(code) => (
          <li>
            <code>{code}</code>
          </li>
        )}
      </For>
    </ul>
    <div class="flex gap-2">
      <CopyButton text={props.codes.join("\n")} label="Copy all" />
      <Button tone="primary" onClick={() => props.onDone()}>
        I have kept them
      </Button>
    </div>
  </div>
);
