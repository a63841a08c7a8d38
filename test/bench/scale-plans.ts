import pg from "pg";

type Statement = { text: string; values: unknown[] };
export type Plan = { ms: number; hit: number; read: number; nodes: string[] };

type Explained = { "QUERY PLAN": [{ Plan: PlanNode; "Execution Time": number; "Planning Time": number }] };
type PlanNode = {
  "Node Type": string;
  "Index Name"?: string;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  Plans?: PlanNode[];
};

/** What an action says to the database, so that its plans can be looked at. */
export async function statementsOf(action: () => Promise<unknown>): Promise<Statement[]> {
  const said: Statement[] = [];
  const prototype = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    if (typeof args[0] === "string" && Array.isArray(args[1])) said.push({ text: args[0], values: args[1] });
    return original.apply(this, args);
  };
  try {
    await action();
  } finally {
    prototype.query = original;
  }
  return said;
}

/** EXPLAIN (ANALYZE, BUFFERS) of each: time, pages of 8 KB found in memory and not, and how rows were reached. */
export async function explain(db: pg.Client, statements: Statement[]): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const { text, values } of statements.filter(({ text }) => /^\s*(select|with)/i.test(text))) {
    const { rows } = await db.query<Explained>(`explain (analyze, buffers, format json) ${text}`, values);
    const found = rows[0]?.["QUERY PLAN"][0];
    if (!found) continue;
    plans.push({
      ms: found["Execution Time"] + found["Planning Time"],
      hit: found.Plan["Shared Hit Blocks"],
      read: found.Plan["Shared Read Blocks"],
      nodes: [...new Set(scans(found.Plan))],
    });
  }
  return plans;
}

const scans = (node: PlanNode): string[] => [
  ...(/Scan/.test(node["Node Type"]) ? [node["Index Name"] ?? node["Node Type"]] : []),
  ...(node.Plans ?? []).flatMap(scans),
];
