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
import { client } from "../../data/client.ts";
import { loaded } from "../../data/loaded.ts";
import { isProblem } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { noteOpened } from "../../data/recent.ts";
import { useSignedIn } from "../../data/session.ts";
import { useShortcuts } from "../../data/shortcuts.ts";
import { PageTop } from "../../shell/top.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ShareButton } from "../share/share-button.tsx";
import { keepLook, type Search, settingsOf } from "./look.ts";
import { ViewsDialog } from "./placed/views-dialog.tsx";
import { isShowable } from "./showable.ts";

/** What is only looked at beside the one that is worked on need not be large. */
const BESIDE = 360;

/** The page is made anew where other ones are shown. */
export const viewsKey = ({ id, multi }: MediaEntity): string => `${id} ${JSON.stringify(multi)}`;

/** Several videos side by side, which play as one: each is annotated while it is the active one. */
export function ViewsPage(props: { media: MediaEntity }) {
  const media = untrack(() => props.media);
  const ids = media.multi?.ids ?? [];
  const found = useQueries(() => ({ queries: ids.map((id) => annotationQueries.media(id)) }));
  const isGone = (error: unknown) => isProblem(error) && (error.status === 404 || error.status === 403);
  const failed = () => found.find(({ error, isPending }) => error && !isPending && !isGone(error))?.error;
  /** In their places; undefined where one was deleted, or may not be seen. */
  const members = createMemo(() => {
    const all = found.map((query) => loaded(query) ?? (isGone(query.error) ? undefined : "waits"));
    return all.includes("waits") ? undefined : all.map((one) => (one === "waits" ? undefined : one));
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

function Opened(props: { media: MediaEntity; members: (MediaEntity | undefined)[] }) {
  const { media, members: places } = untrack(() => ({ ...props }));
  const members = places.flatMap((member, place) => (member ? [{ member, place }] : []));
  const signedIn = useSignedIn();
  const [search, setSearch] = useSearchParams<Search>();
  const set = (changes: Partial<Search>) => setSearch(changes, { replace: true, scroll: false });
  const projectId = media.projectId ?? "";
  const project = useQuery(() => ({ ...queries.project(projectId), enabled: projectId !== "" }));
  const around = useQuery(() => annotationQueries.around(media.id));
  const [active, setActive] = createSignal(Math.min(members.length - 1, Number(untrack(() => search.view)) || 0));
  const quality = () => search.quality ?? "auto";
  if (signedIn) noteOpened(media);

  const [editing, setEditing] = createSignal(false);
  const views = members.map(({ member, place }, at) => {
    const inside = member.projectId ?? "";
    const types = useQuery(() => annotationQueries.types(inside));
    const layers = useQuery(() => annotationQueries.layers(inside));
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
    return { room, place, offset: media.multi?.offsets[place] ?? 0 };
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
        actions={
          <>
            <Show when={media.privileges.includes("edit") && media.multi}>
              <Button icon="edit" onClick={() => setEditing(true)}>
                Views
              </Button>
            </Show>
            <ShareButton entity={media} path={`/media/${media.id}`} />
          </>
        }
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
      <Show when={editing() && media.multi}>
        {(multi) => (
          <ViewsDialog
            projectId={projectId}
            members={multi().ids.map((id, at) => ({ id, name: places[at]?.name ?? "What you may not see" }))}
            now={{ id: media.id, revision: media.revision, multi: multi() }}
            onClose={() => setEditing(false)}
            onDone={() => void client.invalidateQueries({ queryKey: ["media", media.id] })}
          />
        )}
      </Show>
      <Show
        when={lead()?.room}
        fallback={
          <EmptyState icon="grid" title="None of them is there">
            What was shown side by side here was deleted, or you may not see it.
          </EmptyState>
        }
        keyed
      >
        {(room) => (
          <Annotator room={room} onFrame={(frame) => set({ frame: frame > 0 ? String(frame) : undefined })}>
            <Grid
              media={media}
              rooms={places.map((_, place) => views.find((view) => view.place === place)?.room)}
              active={lead()?.room}
              onActive={(room) => activate(views.findIndex((view) => view.room === room))}
            />
          </Annotator>
        )}
      </Show>
    </>
  );
}

type GridProps = {
  media: MediaEntity;
  rooms: (Room | undefined)[];
  active: Room | undefined;
  onActive: (room: Room) => void;
};

function Grid(props: GridProps) {
  const { rows = 1, columns = 1 } = untrack(() => props.media.multi) ?? {};
  return (
    <div
      class="an-views"
      data-theme="dark"
      style={{ "grid-template": `repeat(${rows}, minmax(0, 1fr)) / repeat(${columns}, minmax(0, 1fr))` }}
    >
      <For each={props.rooms}>
        {(room) => (
          <Show when={room} fallback={<p class="an-view an-missing">Deleted, or not yours to see</p>}>
            {(one) => (
              <div
                class="an-view"
                data-active={props.active === one() ? "" : undefined}
                onPointerDown={() => props.onActive(one())}
              >
                <Stage room={one()} />
                <p class="an-view-name">{one().media.name}</p>
                <Show when={!isShowable(one().media)}>
                  <p class="an-outside">
                    {one().media.state === "failed" ? "It could not be made ready" : "It is being made ready"}
                  </p>
                </Show>
              </div>
            )}
          </Show>
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
