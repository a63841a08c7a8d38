import { useQuery } from "@tanstack/solid-query";
import { queries } from "../../data/queries.ts";
import { RunList } from "../runs/run-list.tsx";
import { useProject } from "./context.ts";

export function ProjectRuns() {
  const project = useProject();
  const runs = useQuery(() => queries.runs({ projectId: project().id }));
  return <RunList runs={runs.data?.items} error={runs.error} onRetry={() => void runs.refetch()} />;
}
