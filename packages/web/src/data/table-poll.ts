import { isActive } from "./poll.ts";
import type { Table } from "./types.ts";

const LIVE_MS = 700;

/** A table is asked for again while an import into it is under way. */
export const tablePoll = {
  refetchInterval: (query: { state: { data?: Table | undefined } }) => {
    const data = query.state.data;
    return data && (data.state === "importing" || (data.run && isActive(data.run.state))) ? LIVE_MS : (false as const);
  },
};
