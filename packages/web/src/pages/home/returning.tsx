import { useQuery } from "@tanstack/solid-query";
import { createMemo, For, Match, Show, Switch } from "solid-js";
import { mediaQueries } from "../../data/media/api.ts";
import { setNewProjectOpen } from "../../data/palette.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import type { Project } from "../../data/types.ts";
import { filesOfInput } from "../../data/upload/drop.ts";
import { choose, take } from "../../data/upload/target.ts";
import { Button } from "../../ui/button.tsx";
import { Starred } from "../social/starred.tsx";
import { MediaCard } from "./media-card.tsx";
import { News } from "./news.tsx";
import { RecentList } from "./recent-list.tsx";
import { RunningList } from "./running-list.tsx";
import { TableCard } from "./table-card.tsx";

const CARDS = 4;
const MORNING_ENDS = 12;
const EVENING_BEGINS = 18;

function greeting(hour: number) {
  if (hour < MORNING_ENDS) return "Good morning";
  return hour < EVENING_BEGINS ? "Good afternoon" : "Good evening";
}

export function Returning(props: { projects: Project[] }) {
  const me = useMe();
  const found = useQuery(() => queries.tables({ sort: "-updatedAt", limit: 2 * CARDS }));
  const seen = useQuery(() => mediaQueries.latest({ limit: CARDS }));
  // What failed has nothing to look at; the runs beside it tell of it.
  const latest = createMemo(() =>
    [
      ...(found.data?.items ?? []).map((table) => ({
        at: table.updatedAt,
        state: table.state,
        table,
        media: undefined,
      })),
      ...(seen.data?.items ?? []).map((media) => ({
        at: media.updatedAt,
        state: media.state,
        table: undefined,
        media,
      })),
    ]
      .filter(({ state }) => state !== "failed")
      .sort((a, b) => b.at.localeCompare(a.at))
      .slice(0, CARDS),
  );
  const name = () => me().user.name.split(/\s+/)[0];
  const projectNames = createMemo(() => new Map(props.projects.map((project) => [project.id, project.name])));
  const pick = async () => {
    const list = await choose();
    if (list) take(filesOfInput(list));
  };
  return (
    <>
      <div class="flex flex-wrap items-center gap-2">
        <h1>
          {greeting(new Date().getHours())}, {name()}
        </h1>
        <span class="ml-auto" />
        <Button icon="upload" onClick={() => void pick()}>
          Upload
        </Button>
        <Button tone="primary" icon="plus" onClick={() => setNewProjectOpen(true)}>
          New project
        </Button>
      </div>
      <Show when={latest().length > 0}>
        <div class="cards mt-4">
          <For each={latest()}>
            {(one) => (
              <Switch>
                <Match when={one.table}>{(table) => <TableCard id={table().id} name={table().name} />}</Match>
                <Match when={one.media}>{(media) => <MediaCard item={media()} />}</Match>
              </Switch>
            )}
          </For>
        </div>
      </Show>
      <div class="home-columns">
        <RecentList projectNames={projectNames()} />
        <div class="flex flex-col gap-4">
          <RunningList />
          <News />
          <Starred />
        </div>
      </div>
    </>
  );
}
