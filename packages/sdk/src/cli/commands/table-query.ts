import { type Command, Option } from "commander";
import { type Atrium, take } from "../../client.ts";
import { AtriumError } from "../../error.ts";
import type { TableQuery } from "../../types.ts";
import { parseAggregate } from "../aggregate.ts";
import type { Context } from "../context.ts";
import { UsageError } from "../exit.ts";
import { count, examples, gather } from "../help.ts";
import { print, printJSON } from "../io.ts";
import { resolve } from "../resolve.ts";
import { formatTable } from "../table-text.ts";
import { parseWhere } from "../where.ts";

type Options = {
  by?: string;
  aggregate: string[];
  where: string[];
  select?: string;
  sort?: string;
  limit: number;
  at?: number;
  query?: string;
};

export function addTableQuery(table: Command, context: Context) {
  const { io, signal } = context;
  const command = table
    .command("query <table>")
    .description("count, sum and group on the server")
    .option("-b, --by <columns>", "group by these: a,b")
    .option("-a, --aggregate <aggregate>", "count, 'mean(delay) as average'; may be repeated", gather, [])
    .option("--where <condition>", "'delay > 10', or the API's JSON; may be repeated", gather, [])
    .option("--select <columns>", "rows as they are instead of aggregates: a,b,c")
    .option("--sort <columns>", "-a,b")
    .option("-n, --limit <count>", "how many rows at most", count, 1_000)
    .option("--at <version>", "of this version; the latest when left out", count)
    .addOption(new Option("--query <json>", "the whole query as the API takes it, for what the options cannot say"))
    .action(async (name: string, options: Options) => {
      const atrium = await context.connect();
      const id = await resolve(atrium, "table", name);
      const answer = await ask(atrium, id, bodyOf(options), signal);
      if (context.json) printJSON(io, answer);
      else print(io, formatTable(io, answer.columns, answer.items));
    });
  examples(
    command,
    "atrium table query Flights --by carrier -a count -a 'mean(delay) as average' --sort -average",
    `atrium table query Flights --query '{"groupBy":[{"column":"date","bin":{"unit":"month"}}],"aggregates":[{"op":"count"}]}'`,
  );
}

function bodyOf({ by, aggregate, where, select, sort, limit, at: version, query }: Options): TableQuery {
  if (query) return { limit, ...parse(query) };
  const filter = parseWhere(where);
  return {
    groupBy: list(by),
    aggregates: aggregate.length > 0 ? aggregate.map(parseAggregate) : undefined,
    where: filter === undefined ? undefined : JSON.parse(filter),
    select: list(select),
    sort,
    limit,
    version,
  };
}

const list = (text?: string) => text?.split(",").map((name) => name.trim());

function parse(text: string): Partial<TableQuery> {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--query is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

async function ask(atrium: Atrium, id: string, body: TableQuery, signal: AbortSignal) {
  const answer = await take(atrium.POST("/api/v1/tables/{id}/query", { params: { path: { id } }, body, signal }));
  if (typeof answer !== "string") return answer;
  throw new AtriumError({ status: 200, code: "http.not_json", detail: "The answer did not come as JSON" });
}
