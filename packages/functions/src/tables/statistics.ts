import { Columnar } from "@atrium/core/columnar";
import { Deployment } from "@atrium/core/deployment";
import { Table } from "@atrium/core/table";
import type { Context } from "hono";
import { z } from "zod";
import { text, valid, version } from "./input.ts";

const Query = z.strictObject({ version: version.optional(), where: text.optional() });

/** A column's statistics in any version, over all rows or those of a filter. */
export async function statistics(c: Context) {
  await Deployment.admitReader();
  const { version: wanted, where } = valid(Query, c.req.query());
  const table = await Table.readable(c.req.param("id") ?? "", wanted);
  const signal = c.req.raw.signal;
  return c.json(await Columnar.readStatistics(table, c.req.param("name") ?? "", { where, signal }));
}
