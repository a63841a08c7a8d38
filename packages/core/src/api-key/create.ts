import { z } from "zod";
import { Access } from "../access/index.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { type Info, insert, keysOf } from "./row.ts";

const MAX_KEYS = 100;

export const Create = z.strictObject({
  name: Entity.Name,
  scopes: z.array(Access.KeyScope).nonempty().default(["read", "write"]),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  /** The one project that the key reaches, with what lies in it. */
  projectId: z.string().max(64).optional(),
});

/** A key for somebody who was asked about before. The secret is in the answer and nowhere else. */
export const createFor = (userID: string, input: z.output<typeof Create>): Promise<Info & { key: string }> =>
  transaction(async () => {
    const { name, scopes, expiresAt, projectId = null } = input;
    const expires = expiresAt === undefined ? null : new Date(expiresAt);
    if (expires && expires.getTime() <= Date.now())
      throw unusable("api_key.expired", "The expiry lies in the past.", "/expiresAt", "Lies in the past");
    if (projectId !== null) await checkProject(projectId, scopes);
    if ((await keysOf(userID)).length >= MAX_KEYS)
      throw new AppError("conflict", "api_key.too_many", `Delete one of the ${MAX_KEYS} keys first.`);
    const made = await insert({ userID, name, scopes, expires, projectID: projectId });
    const parameters = { keyId: made.id, userId: userID, scopes, expiresAt: made.expiresAt };
    await record({ type: "api_key.created", parameters, ...(projectId === null ? {} : { entityID: projectId }) });
    return made;
  });

/** Who makes it must see the project, so that nobody learns by it which ids there are. */
async function checkProject(projectID: string, scopes: readonly string[]): Promise<void> {
  await Entity.get(projectID, "project");
  if (scopes.includes("admin"))
    throw unusable(
      "api_key.project_not_admin",
      'A key of one project administers nothing: leave the scope "admin" out.',
      "/scopes",
      "Cannot hold admin with a projectId",
    );
}

const unusable = (code: string, sentence: string, path: string, message: string) =>
  new AppError("unprocessable", code, sentence, { fields: [{ path, message }] });
