import { useNavigate } from "@solidjs/router";
import { For, Match, Show, Switch } from "solid-js";
import { canMakeSample, makeSample } from "../../../data/media/sample/make.ts";
import { useSignedIn } from "../../../data/session.ts";
import { createSubmit } from "../../../data/submit.ts";
import { complain } from "../../../data/toast.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import type { Library } from "./state.ts";

type Props = { library: Library; mayUpload: boolean; onPick: (isFolder: boolean) => Promise<void> };

/** What the library is for, and how to begin. */
export const NoMedia = (props: Props) => (
  <Switch>
    <Match when={props.library.isFiltered()}>
      <EmptyState
        icon="filter"
        title="Nothing matches"
        actions={<Button onClick={() => props.library.clearFilters()}>Show everything</Button>}
      >
        No video or picture here is as you asked.
      </EmptyState>
    </Match>
    <Match when={props.mayUpload}>
      <EmptyState
        icon="film"
        title="Drop videos, pictures or a folder here"
        actions={
          <>
            <Button tone="primary" icon="upload" onClick={() => void props.onPick(false)}>
              Choose files
            </Button>
            <Button icon="folder" onClick={() => void props.onPick(true)}>
              Choose a folder
            </Button>
            <SampleButton />
          </>
        }
      >
        The originals are stored first and never changed. What plays in any browser is made of them meanwhile, and each
        shows here as soon as there is something to see. Folders can become folders here.
      </EmptyState>
    </Match>
    <Match when={props.library.root() === undefined}>
      <EmptyState icon="film" title="No media yet" actions={<SampleButton />}>
        Open a project and drop videos or pictures into its media. What you may see of all projects stands here.
      </EmptyState>
    </Match>
    <Match when={true}>
      <EmptyState icon="film" title="No media here yet">
        Videos and pictures appear here when somebody adds them.
      </EmptyState>
    </Match>
  </Switch>
);

/** A project of one's own with a short video that this browser makes, for who has none at hand. */
function SampleButton() {
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const { busy, submit } = createSubmit();
  const make = () =>
    submit(() => makeSample().then((id) => navigate(`/projects/${id}/media`), complain("The sample was not made")));
  return (
    <Show when={signedIn && canMakeSample()}>
      <Button tone="ghost" icon="film" busy={busy()} onClick={() => void make()}>
        Make a sample
      </Button>
    </Show>
  );
}

export const WaitingCards = () => (
  <div class="library-waiting" aria-hidden="true">
    <For each={Array.from({ length: 8 })}>
      {() => (
        <div>
          <Skeleton width="100%" height="112px" />
          <Skeleton width="60%" class="mt-2" />
        </div>
      )}
    </For>
  </div>
);
