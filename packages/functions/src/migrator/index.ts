import { Config } from "@atrium/core/config";
import { adapterConnection } from "@atrium/core/database";
import { Credentials, grantProgram, migrateDown, migrateUp, migrationStatus } from "@atrium/core/migration";
import { secret } from "@atrium/core/secret";
import { z } from "zod";
import { ensureAdministrator } from "../auth/administrator.ts";

const Payload = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("up") }),
  z.object({ mode: z.literal("status") }),
  // Empties the database. Only tests of a throw-away stage ask for it, and they must say which database they mean.
  z.object({ mode: z.literal("down"), database: z.string() }),
  z.object({
    mode: z.literal("administrator"),
    email: z.email(),
    password: z.string().min(10),
    name: z.string().min(1),
    apiKeyName: z.string().min(1),
  }),
]);

/** Invoked at deploy, never over HTTP. */
export async function handler(event: unknown): Promise<object> {
  const payload = Payload.parse(event);
  switch (payload.mode) {
    case "up":
      return { migrated: await migrate() };
    case "status":
      return { migrations: await migrationStatus(adapterConnection()) };
    case "down":
      if (payload.database !== process.env.DATABASE_NAME) throw new Error("This is another database");
      return { reverted: await migrateDown(adapterConnection()) };
    case "administrator":
      return ensureAdministrator(payload);
  }
}

async function migrate(): Promise<string[]> {
  const migrated = await migrateUp(adapterConnection());
  await grantProgram(adapterConnection(), Credentials.parse(JSON.parse(await secret(Config.programSecretARN()))));
  return migrated;
}
