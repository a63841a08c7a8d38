import { useQuery } from "@tanstack/solid-query";
import { Match, Switch } from "solid-js";
import { queries } from "../../data/queries.ts";
import { PageTop } from "../../shell/top.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { FirstUse } from "./first-use.tsx";
import { Returning } from "./returning.tsx";

/** What one only may find or read is not one's work, nor is the sample that every new deployment begins with. */
const SAMPLE = "Sample";

export function HomePage() {
  const projects = useQuery(() => queries.projects({ sort: "-updatedAt" }));
  const own = () =>
    (projects.data?.items ?? []).filter(({ name, privileges }) => name !== SAMPLE && privileges.includes("create"));
  const sample = () => projects.data?.items.find((project) => project.name === SAMPLE);
  return (
    <div class="page sunk">
      <PageTop crumbs={[{ label: "Home" }]} />
      <div class="wide">
        <Switch>
          <Match when={projects.error}>
            {(error) => (
              <ErrorState error={error()} what="Your projects did not load" onRetry={() => void projects.refetch()} />
            )}
          </Match>
          <Match when={projects.data && own().length === 0}>
            <FirstUse sample={sample()} />
          </Match>
          <Match when={projects.data}>
            <Returning projects={projects.data?.items ?? []} />
          </Match>
        </Switch>
      </div>
    </div>
  );
}
