import type { JsonObject } from "./json.ts";

/** One event of an execution's history, as GetExecutionHistory answers it. */
export type HistoryEvent = { id: number; at: number; type: string; previous: number; details: JsonObject };

/** Step Functions ends an execution that grows beyond this. */
export const LONGEST_HISTORY = 25_000;

const DETAILS: [RegExp, string][] = [
  [/StateEntered$/, "stateEnteredEventDetails"],
  [/StateExited$/, "stateExitedEventDetails"],
];

/** `TaskFailed` keeps its details under `taskFailedEventDetails`; entering and leaving share one name for all states. */
export function detailsKey(type: string): string {
  const shared = DETAILS.find(([pattern]) => pattern.test(type))?.[1];
  return shared ?? `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}

export function toAws(event: HistoryEvent, includeData: boolean): JsonObject {
  const details = includeData ? event.details : withoutData(event.details);
  return {
    id: event.id,
    previousEventId: event.previous,
    timestamp: event.at / 1000,
    type: event.type,
    ...(Object.keys(details).length > 0 && { [detailsKey(event.type)]: details }),
  };
}

const withoutData = ({ input: _input, output: _output, parameters: _parameters, ...rest }: JsonObject): JsonObject =>
  rest;
