import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { loaded } from "../../../data/loaded.ts";
import { mediaQueries } from "../../../data/media/api.ts";
import { totalWords } from "../../../data/media/folders.ts";
import { setNewProjectIn, setNewProjectOpen } from "../../../data/palette.ts";
import { queries } from "../../../data/queries.ts";
import { useSignedIn } from "../../../data/session.ts";
import { Icon, type IconName } from "../../../ui/icon.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import type { Library } from "./state.ts";

/** Searches that were saved here ask for media and for nothing else. */
export const OF_MEDIA = "kind = media";

/** Where to look: folders, searches and lists that were kept, and what one has marked. */
export function FolderPanel(props: {
  library: Library;
  /** What a new folder lies in. */
  inside: { id: string; name: string } | undefined;
  open: boolean;
}) {
  const { set, search, folders, root, text } = props.library;
  const signedIn = useSignedIn();
  const saved = useQuery(() => ({ ...queries.savedSearches(), enabled: signedIn }));
  const lists = useQuery(() => ({ ...mediaQueries.playlists(root() ?? ""), enabled: root() !== undefined }));
  const searches = () => (loaded(saved)?.items ?? []).filter(({ q }) => q.startsWith(OF_MEDIA));
  const playlists = () => (root() === undefined ? [] : (loaded(lists)?.items ?? []));
  const make = () => {
    setNewProjectIn(props.inside);
    setNewProjectOpen(true);
  };
  const show = (changes: Parameters<Library["set"]>[0]) =>
    set({ q: undefined, playlist: undefined, folder: undefined, sort: undefined, ...changes });
  const favorites = "is:favorite ";
  return (
    <aside class="panel left library-folders" aria-label="Where to look" data-open={props.open ? "" : undefined}>
      <div class="panel-head">
        <h2>Folders</h2>
        <Show when={props.inside}>
          <IconButton icon="plus" label="New folder" size="sm" class="ml-auto" onClick={make} />
        </Show>
      </div>
      <div class="scroll grow">
        <ul class="library-places">
          <Place
            icon="film"
            label="All media"
            end={props.library.hasFolders() ? totalWords(props.library.whole()) : ""}
            current={!search.folder && !search.playlist && text() !== favorites}
            onChoose={() => show({})}
          />
          <For each={folders()}>
            {(folder) => (
              <Place
                icon="folder"
                label={folder.name}
                depth={folder.depth}
                end={totalWords(folder.total)}
                current={search.folder === folder.id}
                onChoose={() => show({ folder: folder.id })}
              />
            )}
          </For>
        </ul>
        <Part title="Saved searches" empty="Save a search, and it stands here." count={searches().length}>
          <For each={searches()}>
            {({ name, q }) => (
              <Place
                icon="search"
                label={name}
                current={text().trim() === q.slice(OF_MEDIA.length).trim() && text().trim() !== ""}
                onChoose={() => show({ q: `${q.slice(OF_MEDIA.length).trim()} ` })}
              />
            )}
          </For>
        </Part>
        <Show when={root() !== undefined}>
          <Part title="Playlists" empty="Choose some media and put them into one." count={playlists().length}>
            <For each={playlists()}>
              {({ id, name, count }) => (
                <Place
                  icon="list"
                  label={name}
                  end={totalWords(count)}
                  current={search.playlist === id}
                  onChoose={() => show({ playlist: id })}
                />
              )}
            </For>
          </Part>
        </Show>
        <Show when={signedIn}>
          <Part title="Bookmarks" empty="" count={1}>
            <Place
              icon="star"
              label="My favourites"
              current={text() === favorites}
              onChoose={() => show({ q: favorites })}
            />
          </Part>
        </Show>
      </div>
    </aside>
  );
}

const Part = (props: { title: string; empty: string; count: number; children: JSX.Element }) => (
  <section class="library-part">
    <h2>{props.title}</h2>
    <Show when={props.count > 0} fallback={<p class="px-3 pb-2 text-12 text-fg-3">{props.empty}</p>}>
      <ul class="library-places">{props.children}</ul>
    </Show>
  </section>
);

function Place(props: {
  icon: IconName;
  label: string;
  end?: string;
  depth?: number;
  current: boolean;
  onChoose: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        class="library-place"
        style={{ "padding-left": `${12 + 16 * (props.depth ?? 0)}px` }}
        aria-current={props.current ? "true" : undefined}
        onClick={() => props.onChoose()}
      >
        <Icon name={props.icon} size="s" />
        <span class="truncate">{props.label}</span>
        <span class="library-count">{props.end}</span>
      </button>
    </li>
  );
}
