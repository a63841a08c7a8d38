import { Columnar } from "@atrium/core/columnar";
import { Deployment } from "@atrium/core/deployment";
import { AppError } from "@atrium/core/error";
import { Table } from "@atrium/core/table";
import type { Context } from "hono";
import { invalid } from "../api/invalid.ts";
import { negotiate } from "./accept.ts";
import { stream } from "./answer.ts";
import { jsonBody } from "./input.ts";

/** Groups and aggregates of a table's rows. Who may not read the table learns that before anything of the question. */
export async function query(c: Context) {
  await Deployment.admitReader();
  const id = c.req.param("id") ?? "";
  await Table.find(id);
  const format = negotiate(c.req.header("accept"));
  const question = parse(await jsonBody(c.req));
  const table = await Table.readable(id, question.version);
  const giveUp = new AbortController();
  const answer = await Columnar.readQuery(table, question, { format, signal: giveUp.signal });
  return stream(c, format, answer, giveUp);
}

function parse(body: unknown): Table.TableQuery {
  const parsed = Table.TableQuery.safeParse(body);
  if (parsed.success) return parsed.data;
  const { message, fields } = invalid(parsed.error.issues);
  throw new AppError("input", "query.invalid", message, { fields });
}
