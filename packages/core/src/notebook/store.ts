import { createHash } from "node:crypto";
import { sql, type Transaction } from "kysely";
import * as Actor from "../actor/index.ts";
import type { Schema } from "../database/schema.ts";
import { AppError } from "../error/index.ts";
import { Functions } from "../function/index.ts";
import { createID } from "../id/index.ts";
import { Objects } from "../object/index.ts";
import { parse } from "./format.ts";
import { type Read, readInterface } from "./interface.ts";
import { CONTENT_TYPE, MAX_BYTES } from "./schema.ts";

/** Content that lies in the store and was found to be a notebook. */
export type Stored = { key: string; bytes: number; sha256: string; read: Read };

/** Reads what lies under a key, whole: what was looked at is what is stored, whatever becomes of the original. */
export async function fetch(key: string): Promise<Uint8Array> {
  const head = await Objects.head(key);
  if (!head) throw new AppError("conflict", "notebook.not_uploaded", "The content has not arrived. Upload it first.");
  if (head.bytes > MAX_BYTES) throw tooLarge(head.bytes);
  if (head.bytes === 0) throw new AppError("unprocessable", "notebook.invalid", "This is not a notebook: it is empty.");
  return Objects.range(key, 0, head.bytes);
}

/** Under a key of its own, which nobody has a URL to write to; whoever does not commit it takes it away again. */
export async function store(id: string, content: Uint8Array): Promise<Stored> {
  const read = readInterface(parse(content));
  const key = `notebooks/${id}/${createID("upload")}.ipynb`;
  await Objects.put(key, content, CONTENT_TYPE);
  return { key, bytes: content.byteLength, sha256: createHash("sha256").update(content).digest("hex"), read };
}

/** Takes the object away again when nothing came of it, or something else was made before of the same request. */
export async function discarding<T>(
  key: string,
  run: () => Promise<T>,
  isUsed: (result: T) => boolean = () => true,
): Promise<T> {
  try {
    const result = await run();
    if (!isUsed(result)) await Objects.remove(key);
    return result;
  } catch (error) {
    await Objects.remove(key);
    throw error;
  }
}

type Written = { id: string; name: string; description: string; content: Stored; restoredFrom?: number };

/** Makes it the notebook's newest version, and its parameters the function's signature. In the transaction of the change. */
export async function write(
  tx: Transaction<Schema>,
  { id, name, description, content: { key, bytes, sha256, read }, restoredFrom }: Written,
): Promise<void> {
  const { signature, problems, kernel, language, cells } = read;
  const { revision: version } = await Functions.put(tx, { id, kind: "notebook", name, description, signature });
  const row = { version, problems: JSON.stringify(problems) };
  await tx
    .insertInto("notebook")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await tx
    .insertInto("notebook_version")
    .values({
      ...{ notebook_id: id, version, key, bytes, sha256, kernel, language, cells },
      restored_from: restoredFrom ?? null,
      created_by: Actor.userID(),
      created_at: sql<Date>`clock_timestamp()`,
    })
    .execute();
}

const tooLarge = (bytes: number) =>
  new AppError(
    "unprocessable",
    "notebook.too_large",
    `A notebook has at most ${MAX_BYTES / 1024 / 1024} MiB, and this one ${Math.ceil(bytes / 1024 / 1024)}. Clear the outputs that take most, or keep it as a file.`,
  );
