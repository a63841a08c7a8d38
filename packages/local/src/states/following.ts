import { isObject } from "./json.ts";
import type { Program, State, TaskState } from "./language.ts";

/** Functions that take over when a job has ended: while it works there is time to have them ready. */
export function functionsAfterJobs({ States }: Program): string[] {
  const called = Object.values(States).flatMap((state) => (isJob(state) ? after(States, state) : []));
  const within = Object.values(States).flatMap((state) => (state.Type === "Map" ? [state.ItemProcessor] : []));
  return [...new Set([...called, ...within.flatMap(functionsAfterJobs)])];
}

/** Wherever it goes from there, choices and all, up to the next jobs. */
function after(states: Program["States"], job: State): string[] {
  const called: string[] = [];
  const seen = new Set<State>([job]);
  const waiting = nextOf(job);
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const state = states[name];
    if (!state || seen.has(state)) continue;
    seen.add(state);
    if (isJob(state) || state.Type === "Map") continue;
    called.push(...functionOf(state));
    waiting.push(...nextOf(state));
  }
  return called;
}

/** Failures aside: they are rare, and nobody waits for what is written down of them. */
function nextOf(state: State): string[] {
  if (state.Type === "Choice")
    return [...state.Choices.map(({ Next }) => Next), ...(state.Default ? [state.Default] : [])];
  return "Next" in state && state.Next ? [state.Next] : [];
}

const isJob = (state: State): state is TaskState =>
  state.Type === "Task" && state.Resource.startsWith("arn:aws:states:::batch:");

function functionOf(state: State): string[] {
  if (state.Type !== "Task" || !isObject(state.Arguments)) return [];
  const { FunctionName } = state.Arguments;
  return typeof FunctionName === "string" ? [FunctionName] : [];
}
