import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { kindIcons } from "../../data/kinds.ts";
import { type LineageNode, type Origin, originsOf } from "../../data/lineage.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { stepName } from "../../data/run-words.ts";
import { Icon } from "../../ui/icon.tsx";

/** Where a thing comes from: the runs that made it, what they used, and so on back to what somebody uploaded. */
export function LineageSection(props: { id: string }) {
  const found = useQuery(() => queries.lineage(props.id));
  const origins = () => {
    const lineage = loaded(found);
    return lineage ? originsOf(lineage, props.id) : [];
  };
  return (
    <Show when={origins().length > 0}>
      <section aria-label="Where it comes from">
        <h2 class="text-13! font-semibold!">Where it comes from</h2>
        <Origins origins={origins()} />
        <Show when={loaded(found)?.complete === false}>
          <p class="mt-1 text-11 text-fg-3">It goes on further than you see.</p>
        </Show>
      </section>
    </Show>
  );
}

const Origins = (props: { origins: Origin[] }) => (
  <ul class="lineage">
    <For each={props.origins}>
      {(origin) => (
        <li>
          <span class="flex h-7 items-center gap-2 text-12">
            <Icon name={origin.node.type === "run" ? "runs" : kindIcons[origin.node.kind]} size="s" class="text-fg-3" />
            <A class="link truncate" href={hrefOf(origin.node)}>
              {nameOf(origin.node)}
            </A>
            <span class="ml-auto shrink-0 text-11 text-fg-3">{wordsOf(origin)}</span>
          </span>
          <Show when={origin.from.length > 0}>
            <Origins origins={origin.from} />
          </Show>
        </li>
      )}
    </For>
  </ul>
);

const hrefOf = (node: LineageNode) => (node.type === "run" ? `/runs/${node.id}` : `/${node.kind}s/${node.id}`);

const nameOf = (node: LineageNode) =>
  node.type === "run" && node.function.kind === "builtin" ? stepName(node.name) : node.name;

/** A run made it; a thing was used as something, in a version. */
const wordsOf = ({ node, role, version }: Origin) =>
  node.type === "run" ? "run" : [role, version === null ? "" : `v${version}`].filter(Boolean).join(", ");
