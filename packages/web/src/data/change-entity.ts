import { client } from "./client.ts";
import { get, patch } from "./http.ts";
import type { Entity } from "./types.ts";
import type { AttributeValue } from "./types-collaboration.ts";

export type EntityChange = {
  name?: string;
  description?: string;
  tags?: string[];
  attributes?: Record<string, AttributeValue | null>;
  resetAttributes?: string[];
};

type Target = Pick<Entity, "id" | "kind">;
const pathOf = ({ kind, id }: Target) => `/api/v1/${kind}s/${id}`;

export const loadEntity = (target: Target): Promise<Entity> => get<Entity>(pathOf(target));

/** Changes what somebody else may have changed meanwhile: a stale revision is refused. */
export const changeEntity = (target: Target, change: EntityChange, revision: number): Promise<Entity> =>
  patch<Entity>(pathOf(target), change, revision);

export async function refreshEntity({ id, kind }: Target): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: [kind, id] }),
    client.invalidateQueries({ queryKey: ["attributes", id] }),
    client.invalidateQueries({ queryKey: ["items"] }),
  ]);
}
