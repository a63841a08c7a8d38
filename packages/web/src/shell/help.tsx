import { createMemo, For } from "solid-js";
import { helpOpen, setHelpOpen } from "../data/palette.ts";
import { keySigns, type Shortcut, shortcuts } from "../data/shortcuts.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";

/** The keys that work on this page, the page's own first. */
export function Help() {
  const groups = createMemo(() => {
    const found = new Map<string, Shortcut[]>();
    for (const item of shortcuts()) {
      if (item.listed === false) continue;
      found.set(item.group, [...(found.get(item.group) ?? []), item]);
    }
    return [...found].reverse();
  });
  return (
    <Dialog open={helpOpen()} onClose={() => setHelpOpen(false)} title="Keyboard shortcuts" width={680}>
      <div class="columns-2 gap-10">
        <For each={groups()}>
          {([name, items]) => (
            <section class="mb-4 break-inside-avoid">
              <h3 class="mb-1 text-11 text-fg-3">{name}</h3>
              <ul>
                <For each={items}>
                  {(item) => (
                    <li class="flex h-7 items-center justify-between gap-4 text-12">
                      {item.label}
                      <span class="flex gap-1">
                        <For each={keySigns(item.keys)}>{(key) => <Kbd>{key}</Kbd>}</For>
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  );
}
