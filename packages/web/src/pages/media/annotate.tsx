import { A, useParams, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch, untrack } from "solid-js";
import type { MediaEntity } from "../../annotator/remote/media.ts";
import { annotationQueries } from "../../annotator/remote/queries.ts";
import { Annotator } from "../../annotator/room/annotator.tsx";
import { Header } from "../../annotator/room/header.tsx";
import { createRoom } from "../../annotator/room/room.ts";
import { useFollow } from "../../data/live.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { noteOpened } from "../../data/recent.ts";
import { useSignedIn } from "../../data/session.ts";
import { PageTop } from "../../shell/top.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { RunAlgorithm } from "../algorithms/run-dialog.tsx";
import { AskAccess } from "../requests/ask-access.tsx";
import { ShareButton } from "../share/share-button.tsx";
import { AnnotationFilesMenu } from "./files/menu.tsx";
import { LivePage } from "./live/live.tsx";
import { keepLook, type Search, settingsOf } from "./look.ts";
import { isShowable } from "./showable.ts";
import { ViewsPage, viewsKey } from "./views.tsx";

/** A video or a picture, to look at and to draw on. Another one opens in its place, with the same settings. */
export function AnnotatePage() {
  const params = useParams<{ id: string }>();
  const media = useQuery(() => annotationQueries.media(params.id));
  useFollow(() => [params.id]);
  const canShow = () => media.data?.privileges.includes("read") && isShowable(media.data);
  return (
    <Switch>
      <Match when={media.error && !media.data}>
        <ErrorState error={media.error} what="The media did not load" onRetry={() => void media.refetch()} />
      </Match>
      <Match when={media.data && !media.data.privileges.includes("read") && media.data}>
        {(found) => (
          <>
            <PageTop crumbs={[{ label: found().name, icon: "video" }]} />
            <AskAccess entity={found()} />
          </>
        )}
      </Match>
      <Match when={media.data?.dtype === "live" && media.data}>{(found) => <LivePage media={found()} />}</Match>
      <Match when={media.data && !isShowable(media.data) && media.data}>{(found) => <NotYet media={found()} />}</Match>
      <Match when={canShow() && media.data && viewsKey(media.data)} keyed>
        {(_) => (
          <Show when={media.data?.dtype === "multi"} fallback={<Opened media={media.data as MediaEntity} />}>
            <ViewsPage media={media.data as MediaEntity} />
          </Show>
        )}
      </Match>
    </Switch>
  );
}

function NotYet(props: { media: MediaEntity }) {
  const isFailed = () => props.media.state === "failed";
  return (
    <>
      <PageTop crumbs={[{ label: props.media.name, icon: "video" }]} />
      <EmptyState
        icon="video"
        title={isFailed() ? "This cannot be shown" : "This is being made ready"}
        actions={
          <Show when={props.media.runId}>
            {(id) => (
              <A href={`/runs/${id()}`} class="btn">
                Look at the run
              </A>
            )}
          </Show>
        }
      >
        {isFailed()
          ? (props.media.problems[0]?.message ?? "Its run says why.")
          : "It opens here as soon as the first quality is there; the original is kept."}
      </EmptyState>
    </>
  );
}

function Opened(props: { media: MediaEntity }) {
  const signedIn = useSignedIn();
  const [search, setSearch] = useSearchParams<Search>();
  const media = untrack(() => props.media);
  const projectId = media.projectId ?? "";
  const project = useQuery(() => ({ ...queries.project(projectId), enabled: projectId !== "" }));
  const types = useQuery(() => annotationQueries.types(projectId));
  const layers = useQuery(() => annotationQueries.layers(projectId));
  const around = useQuery(() => annotationQueries.around(media.id));
  const [analyzing, setAnalyzing] = createSignal(false);
  const quality = () => search.quality ?? "auto";
  const room = createRoom({
    media,
    types: () => loaded(types) ?? [],
    layers: () => loaded(layers) ?? [],
    knowsLayers: () => loaded(layers) !== undefined,
    frame: Number(untrack(() => search.frame)) || 0,
    quality,
  });
  if (signedIn) noteOpened(media);

  const set = (changes: Partial<Search>) => setSearch(changes, { replace: true, scroll: false });
  keepLook(room, { layers: () => loaded(layers) ?? [], search, set, isActive: () => true });

  return (
    <>
      <PageTop
        crumbs={[
          ...(projectId
            ? [{ label: loaded(project)?.name ?? "Project", icon: "folder" as const, href: `/projects/${projectId}` }]
            : []),
          { label: media.name, icon: media.dtype === "image" ? "image" : "video" },
        ]}
        actions={
          <>
            <Show when={loaded(project)}>
              {(one) => (
                <AnnotationFilesMenu project={one()} media={media} layers={() => [...room.session.shownLayers()]} />
              )}
            </Show>
            <ShareButton entity={media} path={`/media/${media.id}`} />
          </>
        }
      >
        <Header
          room={room}
          around={loaded(around)}
          search={settingsOf(search)}
          quality={quality()}
          onQuality={(name) => setSearch({ quality: name === "auto" ? undefined : name }, { replace: true })}
          onAlgorithm={signedIn && room.mayEdit() && projectId ? () => setAnalyzing(true) : undefined}
        />
      </PageTop>
      <Show when={analyzing()}>
        <RunAlgorithm
          projectId={projectId}
          chosen={{ mediaIds: [media.id] }}
          words={media.name}
          onClose={() => setAnalyzing(false)}
        />
      </Show>
      <Annotator
        room={room}
        onFrame={(frame) =>
          setSearch({ frame: frame > 0 ? String(frame) : undefined }, { replace: true, scroll: false })
        }
      />
    </>
  );
}
