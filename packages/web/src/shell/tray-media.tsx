import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { loaded } from "../data/loaded.ts";
import { isActive } from "../data/poll.ts";
import { queries } from "../data/queries.ts";
import { stepWords } from "../data/run-words.ts";
import { Progress } from "../ui/progress.tsx";
import { RunStateWord } from "../ui/run-state.tsx";

/** What is being made of an uploaded video or picture, live, in the file's row. */
export function TrayMedia(props: { runId: string; mediaId: string }) {
  const found = useQuery(() => queries.run(props.runId));
  const run = () => loaded(found);
  const active = () => isActive(run()?.state ?? "queued");
  return (
    <div class="col-span-2 col-start-2 mt-1">
      <Show when={active()}>
        <Progress fraction={run()?.progress?.fraction ?? null} label="Transcoding" />
      </Show>
      <div class="tray-note mt-1">
        <Show when={run()} fallback="Looking into it">
          {(data) => (
            <Show
              when={active()}
              fallback={
                <RunStateWord state={data().state}>
                  {data().state === "succeeded" ? "Can be played" : undefined}
                </RunStateWord>
              }
            >
              <span>{stepWords(data())}</span>
            </Show>
          )}
        </Show>
        <A class="link ml-auto" href={active() ? `/runs/${props.runId}` : `/media/${props.mediaId}`}>
          {active() ? "Follow" : "Open"}
        </A>
      </div>
    </div>
  );
}
