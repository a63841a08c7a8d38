import { get } from "./http.ts";
import { pathOf } from "./kinds.ts";
import type { Kind } from "./types.ts";

/** What something of any kind is called. What is gone, or not to be seen, stays without a name, so it is not asked for again. */
export const named = (kind: Kind, id: string) => ({
  queryKey: ["named", id],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<{ name: string }>(`/api/v1${pathOf(kind, id)}`, { signal }),
  retry: false,
  staleTime: 60_000,
});
