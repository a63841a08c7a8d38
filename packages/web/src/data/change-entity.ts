import { client } from "./client.ts";
import { patch, send } from "./http.ts";
import type { Entity, Kind } from "./types.ts";
import type { AttributeValue } from "./types-collaboration.ts";

const paths: Partial<Record<Kind, string>> = { project: "projects", file: "files", table: "tables" };

export type EntityChange = {
  name?: string;
  description?: string;
  tags?: string[];
  attributes?: Record<string, AttributeValue | null>;
  resetAttributes?: string[];
};

type Target = Pick<Entity, "id" | "kind">;
const pathOf = ({ kind, id }: Target) => `/api/v1/${paths[kind]}/${id}`;

/** Changes named attributes, which nobody else's change is lost by, so no revision is asked for. */
export async function changeEntity(target: Target, change: EntityChange): Promise<void> {
  await send("PATCH", pathOf(target), { body: change, headers: { "if-match": "*" } });
  await refreshEntity(target);
}

/** Changes what somebody else may have changed meanwhile: a stale revision is refused. */
export async function changeRevision(target: Target, change: EntityChange, revision: number): Promise<void> {
  await patch(pathOf(target), change, revision);
  await refreshEntity(target);
}

export async function refreshEntity({ id, kind }: Target): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: [kind, id] }),
    client.invalidateQueries({ queryKey: ["attributes", id] }),
    client.invalidateQueries({ queryKey: ["items"] }),
  ]);
}
