import type { Rung } from "./ladder.ts";
import type { Probe } from "./probe.ts";

/** What the graph of a run shows. */
export const partName = ({ name }: Rung, part: number, { parts = [] }: Probe): string =>
  `${name} (${part + 1} of ${parts.length})`;
