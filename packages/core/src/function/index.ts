import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { query, type Row } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Parameter } from "../signature/schema.ts";
import { fn } from "../util/index.ts";

export * as Functions from "./index.ts";

/** The function that makes a table of a file; it comes with the program. */
export const IMPORT_ID = "fun_00000000000000000000000001";

export const Info = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  revision: z.number().int(),
  signature: z.object({ inputs: z.array(Parameter), outputs: z.array(Parameter) }),
  createdAt: z.iso.datetime(),
});
export type Info = z.infer<typeof Info>;

/** Functions that come with the program are everybody's who is signed in. */
export async function list(): Promise<Info[]> {
  Actor.user();
  return (await query((db) => db.selectFrom("function").selectAll().orderBy("name").execute())).map(toInfo);
}

export const get = fn(z.string(), async (id): Promise<Info> => {
  Actor.user();
  const row = await query((db) => db.selectFrom("function").selectAll().where("id", "=", id).executeTakeFirst());
  if (!row)
    throw new AppError(
      "not_found",
      "function.not_found",
      `There is no function ${JSON.stringify(id.slice(0, 64))} that you can see.`,
    );
  return toInfo(row);
});

const toInfo = ({ id, name, description, revision, signature, created_at }: Row<"function">): Info => ({
  id,
  name,
  description,
  revision,
  signature,
  createdAt: created_at.toISOString(),
});
