import { sql } from "kysely";
import type { MediaState } from "./schema.ts";

/** Of media `m` and its latest run `r`: a run that ends, however it ends, cannot leave it processing for ever. */
export const mediaState = sql<MediaState>`case
  when r.state in ('queued', 'running') then 'processing' when m.state = 'processing' then 'failed' else m.state end`;
