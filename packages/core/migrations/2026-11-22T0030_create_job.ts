import { type Kysely, sql } from "kysely";

/** What a run of somebody's code is given, and what it hands in, for its latest attempt. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table job (
      run_id text collate "C" primary key references run (id) on delete cascade,
      attempt integer not null,
      -- the first characters of the token, to find it by, and the SHA-256 of all of it
      token_prefix text collate "C" not null,
      token_hash bytea not null,
      -- inputs with their versions and hashes, source, environment, limits: as they stood when the attempt began
      spec jsonb not null,
      -- what it was allowed to upload, by name
      uploads jsonb not null default '{}',
      result jsonb,
      created_at timestamptz not null default now()
    );
    create index job_token on job (token_prefix);
  `.execute(db);
}

export const down = (db: Kysely<unknown>) => db.schema.dropTable("job").execute();
