import { Actor } from "@atrium/core/actor";
import { Columnar } from "@atrium/core/columnar";
import { Table } from "@atrium/core/table";
import { Hono } from "hono";
import { z } from "zod";
import { invalid } from "../api/invalid.ts";
import { notFound, onError, platform } from "../api/middleware.ts";
import { CONTENT_TYPES, negotiate } from "./accept.ts";
import { streamOf } from "./stream.ts";

const DEFAULT_LIMIT = 50;
const MAX_JSON = 1_000;
const MAX_STREAMED = 100_000;
const MAX_TEXT = 20_000;

const whole = z
  .string()
  .regex(/^\d{1,15}$/, "A whole number is expected")
  .transform(Number);
const text = z.string().max(MAX_TEXT);
const queryFor = (maxLimit: number) =>
  z.strictObject({
    select: text.optional(),
    where: text.optional(),
    sort: text.optional(),
    limit: whole.pipe(z.number().min(1).max(maxLimit)).default(DEFAULT_LIMIT),
    offset: whole.optional(),
    cursor: text.optional(),
    version: whole.pipe(z.number().min(1)).optional(),
    count: z
      .enum(["true", "false", "1", "0"])
      .transform((flag) => flag === "true" || flag === "1")
      .optional(),
  });

export const app = new Hono();
app.use(platform());
app.onError(onError);
app.notFound(notFound);

/** A page of rows, in the representation asked for, written as it is read. */
app.get("/api/v1/tables/:id/rows", async (c) => {
  Actor.user();
  const format = negotiate(c.req.header("accept"));
  const parsed = queryFor(format === "json" ? MAX_JSON : MAX_STREAMED).safeParse(c.req.query());
  if (!parsed.success) throw invalid(parsed.error.issues);
  const { version: wanted, count, ...query } = parsed.data;
  const version = wanted ?? (query.cursor === undefined ? undefined : Columnar.cursorVersion(query.cursor));
  const table = await Table.readable(c.req.param("id"), version);
  const giveUp = new AbortController();
  const page = await Columnar.readRows(table, query, { format, count, signal: giveUp.signal });
  return c.body(streamOf(page.body, giveUp), 200, {
    "content-type": CONTENT_TYPES[format],
    vary: "accept",
    "cache-control": "private, no-cache",
    "atrium-table-version": String(page.version),
    ...(page.next === undefined ? {} : { "atrium-next": page.next }),
    ...(page.total === undefined ? {} : { "atrium-total": String(page.total) }),
  });
});
