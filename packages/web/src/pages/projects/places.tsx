import { createSignal, Show } from "solid-js";
import { Button } from "../../ui/button.tsx";
import { useProject } from "./context.ts";
import { PlaceDialog } from "./place-dialog.tsx";

/** Puts the project elsewhere, or makes another one like it. */
export function Places() {
  const project = useProject();
  const [what, setWhat] = createSignal<"move" | "copy">();
  const may = (privilege: "remove" | "transfer") => project().privileges.includes(privilege);
  return (
    <Show when={may("remove") || may("transfer")}>
      <section class="mt-10 border-t border-line pt-5">
        <h2 class="mb-1">Move and copy</h2>
        <p class="mb-3 text-fg-2">
          Moving puts it, with all that is in it, into another project or namespace. Copying makes another one like it.
        </p>
        <div class="flex gap-2">
          <Show when={may("remove")}>
            <Button icon="folder" onClick={() => setWhat("move")}>
              Move…
            </Button>
          </Show>
          <Show when={may("transfer")}>
            <Button icon="copy" onClick={() => setWhat("copy")}>
              Copy…
            </Button>
          </Show>
        </div>
        <Show when={what()} keyed>
          {(chosen) => <PlaceDialog project={project()} what={chosen} open onClose={() => setWhat(undefined)} />}
        </Show>
      </section>
    </Show>
  );
}
