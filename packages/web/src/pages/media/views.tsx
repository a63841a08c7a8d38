import { useSearchParams } from "@solidjs/router";
import { useQueries, useQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, For, Show, untrack } from "solid-js";
import { writeQuality } from "../../annotator/player/roles.ts";
import type { MediaEntity } from "../../annotator/remote/media.ts";
import { annotationQueries } from "../../annotator/remote/queries.ts";
import { Annotator } from "../../annotator/room/annotator.tsx";
import { Header } from "../../annotator/room/header.tsx";
import { createRoom, type Room } from "../../annotator/room/room.ts";
import { createSync } from "../../annotator/room/sync.ts";
import { Stage } from "../../annotator/stage/stage.tsx";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { noteOpened } from "../../data/recent.ts";
import { useSignedIn } from "../../data/session.ts";
import { useShortcuts } from "../../data/shortcuts.ts";
import { PageTop } from "../../shell/top.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ShareButton } from "../share/share-button.tsx";
import { keepLook, type Search, settingsOf } from "./look.ts";

/** What is only looked at beside the one that is worked on need not be large. */
const BESIDE = 360;

/** Several videos side by side, which play as one: each is annotated while it is the active one. */
export function ViewsPage(props: { media: MediaEntity }) {
  const media = untrack(() => props.media);
  const ids = media.multi?.ids ?? [];
  const found = useQueries(() => ({ queries: ids.map((id) => annotationQueries.media(id)) }));
  const failed = () => found.find(({ error, isPending }) => error && !isPending)?.error;
  const members = createMemo(() => {
    const all = found.flatMap((query) => loaded(query) ?? []);
    return all.length === ids.length ? all : undefined;
  });
  return (
    <Show
      when={!failed()}
      fallback={
        <ErrorState error={failed()} what="One of these media did not load" onRetry={() => location.reload()} />
      }
    >
      <Show when={members()}>{(all) => <Opened media={media} members={untrack(all)} />}</Show>
    </Show>
  );
}

function Opened(props: { media: MediaEntity; members: MediaEntity[] }) {
  const { media, members } = untrack(() => ({ ...props }));
  const signedIn = useSignedIn();
  const [search, setSearch] = useSearchParams<Search>();
  const set = (changes: Partial<Search>) => setSearch(changes, { replace: true, scroll: false });
  const projectId = media.projectId ?? "";
  const project = useQuery(() => ({ ...queries.project(projectId), enabled: projectId !== "" }));
  const around = useQuery(() => annotationQueries.around(media.id));
  const [active, setActive] = createSignal(Math.min(members.length - 1, Number(untrack(() => search.view)) || 0));
  const quality = () => search.quality ?? "auto";
  if (signedIn) noteOpened(media);

  const views = members.map((member, at) => {
    const place = member.projectId ?? "";
    const types = useQuery(() => annotationQueries.types(place));
    const layers = useQuery(() => annotationQueries.layers(place));
    const small = smallOf(member);
    const room = createRoom({
      media: member,
      types: () => loaded(types) ?? [],
      layers: () => loaded(layers) ?? [],
      knowsLayers: () => loaded(layers) !== undefined,
      frame: at === untrack(active) ? Number(untrack(() => search.frame)) || 0 : 0,
      quality: () => (active() === at ? quality() : small),
    });
    keepLook(room, { layers: () => loaded(layers) ?? [], search, set, isActive: () => active() === at });
    return { room, offset: media.multi?.offsets[at] ?? 0 };
  });
  const lead = () => views[active()];
  const [first] = views;
  if (first) createSync(views, () => lead() ?? first);
  const activate = (at: number) => {
    if (at === active() || !views[at]) return;
    lead()?.room.player.pause();
    setActive(at);
    set({ view: at > 0 ? String(at) : undefined });
  };
  useShortcuts([
    { keys: "w", label: "The next view", group: "Media", run: () => activate((active() + 1) % views.length) },
  ]);

  return (
    <>
      <PageTop
        crumbs={[
          ...(projectId
            ? [{ label: loaded(project)?.name ?? "Project", icon: "folder" as const, href: `/projects/${projectId}` }]
            : []),
          { label: media.name, icon: "grid" },
        ]}
        actions={<ShareButton entity={media} path={`/media/${media.id}`} />}
      >
        <Show when={lead()?.room} keyed>
          {(room) => (
            <Header
              room={room}
              around={loaded(around)}
              search={settingsOf(search)}
              quality={quality()}
              onQuality={(name) => set({ quality: name === "auto" ? undefined : name })}
              onAlgorithm={undefined}
            />
          )}
        </Show>
      </PageTop>
      <Show when={lead()?.room} fallback={<EmptyState icon="grid" title="Nothing is in it" />} keyed>
        {(room) => (
          <Annotator room={room} onFrame={(frame) => set({ frame: frame > 0 ? String(frame) : undefined })}>
            <Grid media={media} rooms={views.map((view) => view.room)} active={active()} onActive={activate} />
          </Annotator>
        )}
      </Show>
    </>
  );
}

type GridProps = { media: MediaEntity; rooms: Room[]; active: number; onActive: (at: number) => void };

function Grid(props: GridProps) {
  const { rows = 1, columns = 1 } = untrack(() => props.media.multi) ?? {};
  return (
    <div
      class="an-views"
      data-theme="dark"
      style={{ "grid-template": `repeat(${rows}, minmax(0, 1fr)) / repeat(${columns}, minmax(0, 1fr))` }}
    >
      <For each={props.rooms}>
        {(room, at) => (
          <div
            class="an-view"
            data-active={props.active === at() ? "" : undefined}
            onPointerDown={() => props.onActive(at())}
          >
            <Stage room={room} />
            <p class="an-view-name">{room.media.name}</p>
          </div>
        )}
      </For>
    </div>
  );
}

/** The largest of the small ones, for everything. */
function smallOf({ renditions }: MediaEntity): string {
  const ladder = renditions
    .filter(({ role, indexed }) => role === "streaming" && indexed)
    .sort((a, b) => (a.height ?? 0) - (b.height ?? 0));
  const name = (ladder.findLast(({ height }) => (height ?? 0) <= BESIDE) ?? ladder[0])?.name ?? "";
  return writeQuality({ seek: name, play: name, scrub: name });
}
