import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { mediaQueries } from "../../data/media/api.ts";
import { setNewProjectOpen } from "../../data/palette.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import { paletteKeys } from "../../data/shortcuts.ts";
import type { Project } from "../../data/types.ts";
import { filesOfInput } from "../../data/upload/drop.ts";
import { choose, take } from "../../data/upload/target.ts";
import { Button } from "../../ui/button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { MediaCard } from "./media-card.tsx";
import { TableCard } from "./table-card.tsx";

const firstName = (name: string) => name.split(/\s+/)[0] ?? name;

export function FirstUse(props: { sample: Project | undefined }) {
  const me = useMe();
  const items = useQuery(() => ({
    ...queries.items(props.sample?.id ?? "", { kind: "table", limit: 3 }),
    enabled: props.sample !== undefined,
  }));
  const media = useQuery(() => ({
    ...mediaQueries.latest({ projectId: props.sample?.id ?? "", limit: 1 }),
    enabled: props.sample !== undefined,
  }));
  const pick = async (folder: boolean) => {
    const list = await choose({ folder });
    if (list) take(filesOfInput(list));
  };

  return (
    <>
      <h1 class="text-22!">Welcome to Atrium, {firstName(me().user.name)}</h1>
      <p class="mt-1 mb-5 text-fg-2">
        One place for your team’s tables, videos and files, with every result kept beside where it came from. Start with
        a file of your own{props.sample ? ", or open a sample." : "."}
      </p>
      <div class="hero">
        <div class="drop-area">
          <DropArt />
          <h2 class="mt-2">Drop files or a folder anywhere</h2>
          <p class="text-fg-2">
            Tables open as grids over millions of rows. Uploads of any size resume if interrupted.
          </p>
          <div class="mt-2 flex gap-2">
            <Button tone="primary" size="lg" icon="upload" onClick={() => void pick(false)}>
              Choose files
            </Button>
            <Button size="lg" icon="folder" onClick={() => void pick(true)}>
              Choose folder
            </Button>
          </div>
          <p class="mt-2.5 text-11 text-fg-3">
            CSV, NDJSON, Parquet and Arrow become tables, videos and pictures media · everything else is kept as it is
          </p>
        </div>
        <FirstSteps onCreate={() => setNewProjectOpen(true)} onUpload={() => void pick(false)} />
      </div>
      <Show when={props.sample && (items.data?.items.length ?? 0) > 0}>
        <h2 class="mt-7">Or open a sample</h2>
        <p class="text-12 text-fg-2">
          In the{" "}
          <A class="link" href={`/projects/${props.sample?.id}`}>
            {props.sample?.name}
          </A>{" "}
          project: tables to sort and filter, and a dive to annotate.
        </p>
        <div class="cards mt-3">
          <For each={media.data?.items}>{(item) => <MediaCard item={item} large />}</For>
          <For each={items.data?.items}>{(item) => <TableCard id={item.id} name={item.name} large />}</For>
        </div>
      </Show>
      <p class="mt-6 flex items-center gap-2 text-12 text-fg-2">
        <Kbd>{paletteKeys()}</Kbd> finds any command <Kbd>?</Kbd> lists the keys of a page <Kbd>/</Kbd> searches
        everything
      </p>
    </>
  );
}

function DropArt() {
  return (
    <svg
      width="132"
      height="64"
      viewBox="0 0 132 64"
      fill="none"
      stroke="var(--line-control)"
      stroke-width="1.5"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <rect x="8" y="16" width="36" height="44" rx="4" />
      <path d="M8 28h36M8 38h36M8 48h36M20 28v32" />
      <rect x="88" y="16" width="36" height="44" rx="4" />
      <path d="M96 50V42M102 50V32M108 50V38M114 50V28" />
      <rect x="44" y="4" width="44" height="56" rx="4" fill="var(--surface)" stroke="var(--accent)" />
      <path d="M66 42V22M58 30l8-8 8 8" stroke="var(--accent)" stroke-linecap="round" />
    </svg>
  );
}
