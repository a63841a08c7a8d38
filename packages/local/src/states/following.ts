import { isObject } from "./json.ts";
import type { Program, State, TaskState } from "./language.ts";

/** Functions that take over when a job has ended: while it works there is time to have them ready. */
export function functionsAfterJobs({ States }: Program): string[] {
  const after = Object.values(States)
    .filter(isJob)
    .map(({ Next }) => States[Next ?? ""]);
  const called = after.flatMap((state) => functionOf(state));
  const within = Object.values(States).flatMap((state) => (state.Type === "Map" ? [state.ItemProcessor] : []));
  return [...new Set([...called, ...within.flatMap(functionsAfterJobs)])];
}

const isJob = (state: State): state is TaskState =>
  state.Type === "Task" && state.Resource.startsWith("arn:aws:states:::batch:");

function functionOf(state: State | undefined): string[] {
  if (state?.Type !== "Task" || !isObject(state.Arguments)) return [];
  const { FunctionName } = state.Arguments;
  return typeof FunctionName === "string" ? [FunctionName] : [];
}
