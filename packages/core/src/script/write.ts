import { createHash } from "node:crypto";
import { sql, type Transaction } from "kysely";
import * as Actor from "../actor/index.ts";
import type { Schema } from "../database/schema.ts";
import { Functions } from "../function/index.ts";
import type { Read } from "./read-header.ts";

type Written = { id: string; name: string; description: string; source: string; read: Read; restoredFrom?: number };

/** Makes a source the script's newest version, and its header the function's signature. In the transaction of the change. */
export async function write(
  tx: Transaction<Schema>,
  { id, name, description, source, read: { language, header, inputs, outputs, problems }, restoredFrom }: Written,
): Promise<void> {
  const signature = { inputs, outputs };
  const { revision: version } = await Functions.put(tx, { id, kind: "script", name, description, signature });
  const row = { language, version, header: JSON.stringify(header), problems: JSON.stringify(problems) };
  await tx
    .insertInto("script")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await tx
    .insertInto("script_version")
    .values({
      script_id: id,
      version,
      language,
      source,
      sha256: createHash("sha256").update(source).digest("hex"),
      restored_from: restoredFrom ?? null,
      created_by: Actor.userID(),
      created_at: sql<Date>`clock_timestamp()`,
    })
    .execute();
}
