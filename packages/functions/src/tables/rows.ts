import { Actor } from "@atrium/core/actor";
import { Columnar } from "@atrium/core/columnar";
import { Deployment } from "@atrium/core/deployment";
import { Table } from "@atrium/core/table";
import type { Context } from "hono";
import { z } from "zod";
import { negotiate } from "./accept.ts";
import { stream } from "./answer.ts";
import { Flag, text, valid, version, whole } from "./input.ts";

const DEFAULT_LIMIT = 50;
const MAX_JSON = 1_000;
const MAX_STREAMED = 100_000;

const queryFor = (format: Columnar.Format) => {
  const page = whole.pipe(
    z
      .number()
      .min(1)
      .max(format === "json" ? MAX_JSON : MAX_STREAMED),
  );
  return z.strictObject({
    select: text.optional(),
    where: text.optional(),
    sort: text.optional(),
    // A JSON document is read as a whole; NDJSON is for those who want all.
    limit: (format === "json" ? page : z.union([z.literal("all"), page])).default(DEFAULT_LIMIT),
    offset: whole.optional(),
    cursor: text.optional(),
    version: version.optional(),
    count: Flag.optional(),
  });
};

type Rows = z.output<ReturnType<typeof queryFor>>;

/** Somebody's code reads all rows of what it was given, of the version and the columns that it was given. */
async function givenToJob(tableID: string): Promise<Rows | undefined> {
  if (Actor.current().type !== "run") return undefined;
  const { Job } = await import("@atrium/core/job");
  return { ...Job.rowsGiven(tableID), limit: "all" };
}

/** A page of rows, or all of them, in the representation asked for, written as it is read. */
export async function rows(c: Context) {
  await Deployment.admitReader();
  const format = negotiate(c.req.header("accept"));
  const id = c.req.param("id") ?? "";
  const given = await givenToJob(id);
  const { version: wanted, count, ...query } = given ?? valid(queryFor(format), c.req.query());
  const asked = wanted ?? (query.cursor === undefined ? undefined : Columnar.cursorVersion(query.cursor));
  const table = await Table.readable(id, asked);
  const giveUp = new AbortController();
  const page = await Columnar.readRows(table, query, { format, count, signal: giveUp.signal });
  return stream(c, format, page, giveUp);
}
