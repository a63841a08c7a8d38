import { type Atrium, take } from "../client.ts";
import { AtriumError } from "../error.ts";
import { UsageError } from "./exit.ts";

type Kind = "project" | "file" | "table";
type Found = { id: string; name: string };

const PREFIX: Record<Kind, string> = { project: "prj_", file: "fil_", table: "tbl_" };

/** Turns what a person types into an id: an id itself, or a name that only one thing they can see (there) has. */
export async function resolve(atrium: Atrium, kind: Kind, wanted: string, projectId?: string): Promise<string> {
  if (wanted.startsWith(PREFIX[kind])) return wanted;
  const named = (await candidates(atrium, kind, wanted, projectId)).filter(({ name }) => name === wanted);
  const [first, second] = named;
  if (!first)
    throw new AtriumError({ status: 404, code: `cli.no_such_${kind}`, detail: `No ${kind} is named “${wanted}”` });
  if (second)
    throw new UsageError(
      `${named.length} ${kind}s are named “${wanted}”; say which: ${named.map(({ id }) => id).join(", ")}`,
    );
  return first.id;
}

async function candidates(atrium: Atrium, kind: Kind, q: string, projectId?: string): Promise<Found[]> {
  const found: Found[] = [];
  let cursor: string | undefined;
  do {
    const page = await take(list(atrium, kind, { q, cursor, limit: 1000 }, projectId));
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}

type Asked = { q: string; cursor?: string; limit: number };
type Answer = Promise<{ data?: { items: Found[]; next: string | null }; response: Response }>;

function list(atrium: Atrium, kind: Kind, query: Asked, projectId?: string): Answer {
  if (kind === "project") return atrium.GET("/api/v1/projects", { params: { query } });
  if (!projectId) return atrium.GET("/api/v1/search", { params: { query: { ...query, kind } } });
  const params = { path: { id: projectId }, query: { ...query, kind } };
  return atrium.GET("/api/v1/projects/{id}/items", { params });
}
