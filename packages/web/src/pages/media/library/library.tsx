import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, on, onCleanup, Show, Suspense, untrack } from "solid-js";
import { chosenWords } from "../../../data/algorithms.ts";
import { loaded } from "../../../data/loaded.ts";
import { all, NOTHING } from "../../../data/media/selection.ts";
import { queries } from "../../../data/queries.ts";
import { useSignedIn } from "../../../data/session.ts";
import { useShortcuts } from "../../../data/shortcuts.ts";
import { filesOfInput } from "../../../data/upload/drop.ts";
import { choose, take, useTarget } from "../../../data/upload/target.ts";
import { type Crumb, PageTop } from "../../../shell/top.tsx";
import { Button } from "../../../ui/button.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { RunAlgorithm } from "../../algorithms/run-dialog.tsx";
import { SaveSearch } from "../../search/save-dialog.tsx";
import { AnnotationFilesMenu } from "../files/menu.tsx";
import { StreamsDialog } from "../placed/streams-dialog.tsx";
import { ViewsDialog } from "../placed/views-dialog.tsx";
import { refreshMedia, trashMedia } from "./actions.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { Cards } from "./cards.tsx";
import { NoMedia, WaitingCards } from "./empty.tsx";
import { FolderPanel, OF_MEDIA } from "./folders.tsx";
import { ImportAddress } from "./import-address.tsx";
import { MoveMedia } from "./move-media.tsx";
import { MediaPanel } from "./panel.tsx";
import { createLibrary } from "./state.ts";
import { ToPlaylist } from "./to-playlist.tsx";
import { Toolbar } from "./toolbar.tsx";

/** Videos and pictures of a project and what is inside it, or of all that one sees. */
export function MediaLibraryPage() {
  const library = createLibrary();
  const signedIn = useSignedIn();
  const { root, search } = library;
  const found = useQuery(() => ({ ...queries.project(root() ?? ""), enabled: root() !== undefined }));
  const project = () => (root() === undefined ? undefined : loaded(found));
  const folder = () => library.folders().find(({ id }) => id === search.folder);
  const [foldersOpen, setFoldersOpen] = createSignal(false);
  const [dialog, setDialog] = createSignal<"move" | "playlist" | "save" | "algorithm" | "views" | "live" | "import">();
  const mayCreate = () => signedIn && (project()?.privileges.includes("create") ?? root() === undefined);
  const crumbs = (): Crumb[] => [
    ...(project() ? [{ label: project()?.name ?? "", href: `/projects/${root()}`, icon: "folder" as const }] : []),
    { label: "Media", ...(folder() ? { href: root() ? `/projects/${root()}/media` : "/media" } : {}) },
    ...(folder() ? [{ label: folder()?.name ?? "" }] : []),
  ];

  createEffect(
    on(
      () => [project(), folder()] as const,
      ([whole, part]) => {
        if (whole?.privileges.includes("create")) useTarget({ ...(part ?? whole), media: true });
      },
    ),
  );
  const pick = async (isFolder: boolean) => {
    const chosen = await choose({ folder: isFolder });
    if (chosen) take(filesOfInput(chosen));
  };
  const edit = () => document.querySelector<HTMLElement>(".library-value .input")?.focus();
  const some = (act: () => void) => () => library.selected().length > 0 && act();
  /** Over what is chosen, or all that is shown; of one project, as algorithms are. */
  const algorithm = () =>
    signedIn && library.projectOf() && library.chosen() ? () => setDialog("algorithm") : undefined;
  /** What is made here lies in the folder that is shown. */
  const target = () => (mayCreate() && project() ? (folder() ?? project()) : undefined);
  const made = (id: string) => {
    void refreshMedia();
    library.open(id);
  };
  const group = "Media";
  useShortcuts([
    { keys: "e", label: "Set attributes", group, run: some(edit) },
    { keys: "m", label: "Move", group, run: some(() => setDialog("move")) },
    { keys: "Backspace", label: "Move to trash", group, run: some(() => void trashMedia(library)) },
    { keys: "mod+a", label: "Choose all", group, run: () => library.setSelection((now) => all(library.ids(), now)) },
    { keys: "Escape", label: "Choose nothing", group, run: () => library.setSelection(NOTHING) },
  ]);
  onCleanup(() => setDialog(undefined));

  return (
    <div class="library">
      <PageTop
        crumbs={crumbs()}
        actions={
          <>
            <Show when={project()}>
              <A class="btn" href={`/projects/${root()}/gallery`}>
                <Icon name="grid" size="s" />
                Gallery
              </A>
            </Show>
            <Show when={signedIn && project()}>
              {(here) => (
                <AnnotationFilesMenu
                  project={{ ...here(), ...folder() }}
                  chosen={() => library.selected().map(({ id }) => id)}
                />
              )}
            </Show>
            <Show when={project() && mayCreate()}>
              <Menu
                label="Add media from elsewhere"
                class="btn"
                entries={[
                  { label: "From an address…", icon: "link", run: () => setDialog("import") },
                  { label: "Live media…", icon: "video", run: () => setDialog("live") },
                ]}
              >
                <Icon name="plus" size="s" />
                Add
              </Menu>
              <Button icon="upload" onClick={() => void pick(false)}>
                Upload
              </Button>
            </Show>
          </>
        }
      />
      <h1 class="sr">Media{project() ? ` of ${project()?.name}` : ""}</h1>
      <FolderPanel library={library} inside={target()} open={foldersOpen()} />
      <section class="library-main" aria-label="Media" aria-busy={library.found.isFetching}>
        <Toolbar
          library={library}
          onSave={() => setDialog("save")}
          onFolders={() => setFoldersOpen((is) => !is)}
          onAlgorithm={algorithm()}
        />
        <Show
          when={!library.found.error}
          fallback={
            <ErrorState
              error={library.found.error}
              what="The media did not load"
              onRetry={() => void library.found.refetch()}
            />
          }
        >
          <Show when={!library.found.isPending} fallback={<WaitingCards />}>
            <Show
              when={library.ids().length > 0}
              fallback={<NoMedia library={library} mayUpload={Boolean(project()) && mayCreate()} onPick={pick} />}
            >
              <Cards library={library} />
            </Show>
          </Show>
        </Show>
        <BulkBar
          library={library}
          onEdit={edit}
          onMove={() => setDialog("move")}
          onAlgorithm={algorithm()}
          onViews={target() ? () => setDialog("views") : undefined}
          onPlaylist={root() === undefined ? undefined : () => setDialog("playlist")}
        />
      </section>
      <MediaPanel library={library} name={folder()?.name ?? project()?.name ?? "Media"} />
      <Suspense>
        <Show when={dialog() === "move"}>
          <MoveMedia library={library} onClose={() => setDialog(undefined)} />
        </Show>
        <Show when={dialog() === "playlist" && root()}>
          {(id) => <ToPlaylist library={library} projectId={id()} onClose={() => setDialog(undefined)} />}
        </Show>
        <Show when={target()}>
          {(here) => (
            <>
              <Show when={dialog() === "views"}>
                <ViewsDialog
                  projectId={here().id}
                  members={untrack(library.selected).map(({ id, name }) => ({ id, name }))}
                  now={undefined}
                  onClose={() => setDialog(undefined)}
                  onDone={made}
                />
              </Show>
              <Show when={dialog() === "live"}>
                <StreamsDialog
                  projectId={here().id}
                  now={undefined}
                  onClose={() => setDialog(undefined)}
                  onDone={made}
                />
              </Show>
              <Show when={dialog() === "import"}>
                <ImportAddress target={here()} onClose={() => setDialog(undefined)} />
              </Show>
            </>
          )}
        </Show>
        <Show when={dialog() === "algorithm" && library.chosen()}>
          {(chosen) => (
            <RunAlgorithm
              projectId={library.projectOf() ?? ""}
              chosen={untrack(chosen)}
              words={chosenWords(untrack(chosen))}
              onClose={() => setDialog(undefined)}
            />
          )}
        </Show>
        <SaveSearch
          open={dialog() === "save"}
          q={`${OF_MEDIA} ${library.text().trim()}`}
          saved={undefined}
          onClose={() => setDialog(undefined)}
        />
      </Suspense>
    </div>
  );
}
