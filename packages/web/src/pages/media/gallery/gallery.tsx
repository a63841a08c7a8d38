import { Show } from "solid-js";
import { all, NOTHING } from "../../../data/media/selection.ts";
import { useShortcuts } from "../../../data/shortcuts.ts";
import { PageTop } from "../../../shell/top.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { WaitingCards } from "../library/empty.tsx";
import { Correct } from "./correct.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { Grid } from "./grid.tsx";
import { createGallery } from "./state.ts";
import { createWork } from "./work.ts";

/** Everything drawn in a project and below, as pictures cut out of their frames: to look through and to correct. */
export function GalleryPage() {
  const gallery = createGallery();
  const work = createWork(gallery);
  const none = () => {
    gallery.setSelection(NOTHING);
    gallery.setEverything(false);
  };
  const group = "Gallery";
  useShortcuts([
    {
      keys: "mod+a",
      label: "Choose what is loaded",
      group,
      run: () => gallery.setSelection((now) => all(gallery.ids(), now)),
    },
    { keys: "Shift+a", label: "Choose all that were found", group, run: () => gallery.setEverything(true) },
    { keys: "Escape", label: "Choose nothing", group, run: none },
    { keys: "e", label: "Correct the first attribute", group, run: focusForm },
    { keys: "Delete", label: "Delete what is chosen", group, run: () => void work.remove() },
  ]);
  const path = () => `/projects/${gallery.projectId()}`;
  return (
    <div class="library">
      <PageTop
        crumbs={[
          { label: gallery.project()?.name ?? "Project", href: path(), icon: "folder" },
          { label: "Media", href: `${path()}/media` },
          { label: "Gallery" },
        ]}
      />
      <h1 class="sr">Gallery of {gallery.project()?.name ?? "the project"}</h1>
      <section class="library-main" aria-label="Gallery" aria-busy={gallery.found.isFetching}>
        <FilterBar gallery={gallery} />
        <Show
          when={!gallery.found.error}
          fallback={
            <ErrorState
              error={gallery.found.error}
              what="The gallery did not load"
              onRetry={() => void gallery.found.refetch()}
            />
          }
        >
          <Show when={!gallery.found.isPending} fallback={<WaitingCards />}>
            <Show
              when={gallery.ids().length > 0}
              fallback={<Nothing isAsked={gallery.conditions().length > 0} onClear={() => gallery.ask([])} />}
            >
              <Grid gallery={gallery} />
            </Show>
          </Show>
        </Show>
      </section>
      <Correct gallery={gallery} work={work} />
    </div>
  );
}

const focusForm = () => document.querySelector<HTMLElement>(".library-value .input")?.focus();

function Nothing(props: { isAsked: boolean; onClear: () => void }) {
  return (
    <EmptyState
      icon="grid"
      title={props.isAsked ? "Nothing fits" : "Nothing is drawn yet"}
      actions={
        <Show when={props.isAsked}>
          <Button onClick={() => props.onClear()}>Ask for everything</Button>
        </Show>
      }
    >
      {props.isAsked
        ? "No drawing in this project holds all that is asked for."
        : "Boxes, lines, points and polygons drawn on the media of this project are shown here as pictures, to look through them side by side and correct many at once."}
    </EmptyState>
  );
}
