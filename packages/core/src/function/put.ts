import { sql, type Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Interface, RunnableKind } from "./schema.ts";

/** Adds the function that an entity is, or changes it with the entity's code. In the entity's own transaction; no policy. */
export async function put(
  tx: Transaction<Schema>,
  {
    id,
    kind,
    name,
    description,
    signature: { inputs, outputs },
  }: { id: string; kind: RunnableKind; name: string; description: string; signature: Interface },
): Promise<{ revision: number }> {
  const signature = JSON.stringify({ inputs, outputs });
  return tx
    .insertInto("function")
    .values({ id, kind, entity_id: id, name, description, signature })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet({ name, description, signature, revision: sql<number>`function.revision + 1` }),
    )
    .returning("revision")
    .executeTakeFirstOrThrow();
}
