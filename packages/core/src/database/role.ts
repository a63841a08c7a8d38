import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { z } from "zod";

/** Where the program may add rows and never change or remove one. */
const APPEND_ONLY = ["event"];
/** What only the migrator writes. */
const MIGRATIONS = ["kysely_migration", "kysely_migration_lock"];

/**
 * Plans of the program's queries: what it reads is in memory or on an SSD, where the next page costs hardly more than the one
 * beside it, and a function has one connection, which may sort and hash in more than 4 MB. Compiling a plan takes longer than
 * any of them runs.
 */
const SETTINGS = { random_page_cost: "1.1", work_mem: "16MB", jit: "off" };

export const Credentials = z.object({ username: z.string().min(1), password: z.string().min(1) });
export type Credentials = z.infer<typeof Credentials>;

/**
 * Makes or renews the role that the program connects as: it reads and writes rows, owns nothing, and so can neither change
 * the schema nor lift the rule that events stay. Asked for after every migration, because rights are given table by table.
 */
export async function grantProgram<T>(db: Kysely<T>, { username, password }: Credentials): Promise<void> {
  const role = sql.id(username);
  await db.transaction().execute(async (tx) => {
    // Two deployments at once would both find no role.
    await sql`select pg_advisory_xact_lock(72617)`.execute(tx);
    const found = await sql`select 1 from pg_roles where rolname = ${username}`.execute(tx);
    if (found.rows.length === 0) await sql`create role ${role}`.execute(tx);
    // The statement may be logged, so it carries what proves the password and not the password.
    await sql`alter role ${role} login password ${sql.lit(verifier(password))}`.execute(tx);
    for (const [name, value] of Object.entries(SETTINGS))
      await sql`alter role ${role} set ${sql.id(name)} = ${sql.lit(value)}`.execute(tx);
    await sql`revoke all on all tables in schema public from ${role}`.execute(tx);
    await sql`grant usage on schema public to ${role}`.execute(tx);
    await sql`grant usage on all sequences in schema public to ${role}`.execute(tx);
    for (const { name } of await tables(tx)) {
      const rights = MIGRATIONS.includes(name)
        ? sql`select`
        : APPEND_ONLY.includes(name)
          ? sql`select, insert`
          : sql`select, insert, update, delete`;
      await sql`grant ${rights} on ${sql.id("public", name)} to ${role}`.execute(tx);
    }
  });
}

/** Partitions are reached through their table, so that its rights are theirs. */
const tables = async <T>(db: Kysely<T>): Promise<{ name: string }[]> =>
  (
    await sql<{ name: string }>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and not relispartition`.execute(
      db,
    )
  ).rows;

const ITERATIONS = 4096;

/** What PostgreSQL stores of a password: RFC 5803, SCRAM-SHA-256. Passwords of letters and digits, which SASLprep leaves alone. */
function verifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const sign = (text: string) => createHmac("sha256", salted).update(text).digest();
  const storedKey = createHash("sha256").update(sign("Client Key")).digest("base64");
  const serverKey = sign("Server Key").toString("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
