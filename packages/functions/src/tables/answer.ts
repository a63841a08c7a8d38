import type { Columnar } from "@atrium/core/columnar";
import type { Context } from "hono";
import { CONTENT_TYPES } from "./accept.ts";
import { streamOf } from "./stream.ts";

type Answer = { version: number; next?: string; total?: number; body: AsyncGenerator<Uint8Array> };

/** Rows as they are read, with what programs need to know of them in headers. */
export const stream = (c: Context, format: Columnar.Format, answer: Answer, giveUp: AbortController) =>
  c.body(streamOf(answer.body, giveUp), 200, {
    "content-type": CONTENT_TYPES[format],
    vary: "accept",
    "cache-control": "private, no-cache",
    "atrium-table-version": String(answer.version),
    ...(answer.next === undefined ? {} : { "atrium-next": answer.next }),
    ...(answer.total === undefined ? {} : { "atrium-total": String(answer.total) }),
  });
