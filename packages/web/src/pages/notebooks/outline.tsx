import { createMemo, For, Show } from "solid-js";
import { outline } from "../../data/notebook/outline.ts";
import type { Notebook } from "../../data/notebook/parse.ts";

/** The notebook's headings; each leads to its cell. */
export function Outline(props: { notebook: Notebook }) {
  const headings = createMemo(() => outline(props.notebook.cells));
  return (
    <Show
      when={headings().length > 0}
      fallback={<p class="p-4 text-12 text-fg-2">Headings of Markdown cells make an outline here.</p>}
    >
      <nav aria-label="Outline" class="nb-outline">
        <For each={headings()}>
          {(heading) => (
            <a
              href={`#${heading.cell}`}
              class="plain"
              style={{ "padding-left": `${12 + (heading.level - 1) * 12}px` }}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(heading.cell)?.scrollIntoView({ block: "start" });
                history.replaceState(history.state, "", `#${heading.cell}`);
              }}
            >
              {heading.text}
            </a>
          )}
        </For>
      </nav>
    </Show>
  );
}
