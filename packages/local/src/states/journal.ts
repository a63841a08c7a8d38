import { createHash } from "node:crypto";
import type pg from "pg";
import { Halted } from "./error.ts";
import type { Frame } from "./frame.ts";
import type { HistoryEvent } from "./history.ts";

export type Status = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

export type ExecutionRow = {
  arn: string;
  name: string;
  machine: string;
  digest: string;
  input: string;
  status: Status;
  output: string | null;
  error: string | null;
  cause: string | null;
  startedAt: number;
  stoppedAt: number | null;
  redrives: number;
  redrivenAt: number | null;
  /** The client token of the last redrive, so that asking for it twice is asking once. */
  redriveToken: string | null;
};

/** A status the execution takes; RUNNING is that of a redrive, which may have a token. */
export type Ending = { status: Status; at: number; output?: string; error?: string; cause?: string; token?: string };

/** What one write makes durable, all of it or nothing: frames as JSON, null for one that is removed. */
export type Entry = { events: HistoryEvent[]; frames: Map<string, string | null>; ending: Ending | undefined };

const COLUMNS = `arn, name, machine, digest, input, status, output, error, cause, started_at::float8 as "startedAt",
  stopped_at::float8 as "stoppedAt", redrives, redriven_at::float8 as "redrivenAt",
  redrive_token as "redriveToken"`;

const WRITE = `
with fence as materialized (select 1 from states.owner where epoch = $1 for share),
added as (
  insert into states.event (execution, id, at, type, previous, details)
  select $2::text, e.* from fence, unnest($3::int[], $4::bigint[], $5::text[], $6::int[], $7::text[]) as e
  on conflict do nothing
),
kept as (
  insert into states.frame (execution, path, snapshot)
  select $2::text, f.* from fence, unnest($8::text[], $9::text[]) as f
  on conflict (execution, path) do update set snapshot = excluded.snapshot
),
removed as (delete from states.frame using fence where execution = $2 and path = any($10::text[])),
ended as (
  update states.execution set status = $11, output = $12, error = $13, cause = $14,
    stopped_at = case when $11 = 'RUNNING' then null else $15::bigint end,
    redrives = case when $11 = 'RUNNING' then redrives + 1 else redrives end,
    redriven_at = case when $11 = 'RUNNING' then $15::bigint else redriven_at end,
    redrive_token = case when $11 = 'RUNNING' then $16 else redrive_token end
  from fence where arn = $2 and $11::text is not null
)
select 1 from fence`;

const START = `
with fence as materialized (select 1 from states.owner where epoch = $1 for share),
started as (
  insert into states.execution (arn, name, machine, digest, input, status, started_at)
  select $2, $3, $4, $5, $6, 'RUNNING', $7::bigint from fence on conflict do nothing returning arn
),
added as (
  insert into states.event (execution, id, at, type, previous, details)
  select arn, 1, $7::bigint, 'ExecutionStarted', 0, $8 from started
),
kept as (insert into states.frame (execution, path, snapshot) select arn, '', $9 from started)
select (select count(*) from fence)::int as fence, (select count(*) from started)::int as started`;

/** PostgreSQL keeps no NUL in its text, and these are not JSON, which would escape it. */
const storable = (text: string | undefined) => text?.replaceAll("\0", "\ufffd") ?? null;

export type Journal = ReturnType<typeof openJournal>;

/** Takes ownership of the journal: whoever had it before can write no more. */
export async function claim(pool: pg.Pool): Promise<Journal> {
  const { rows } = await pool.query<{ epoch: string }>("update states.owner set epoch = epoch + 1 returning epoch");
  const [row] = rows;
  if (!row) throw new Error("states.owner has lost its row");
  return openJournal(pool, row.epoch);
}

function openJournal(pool: pg.Pool, epoch: string) {
  return {
    async define(body: string): Promise<{ digest: string; isNew: boolean }> {
      const digest = createHash("sha256").update(body).digest("hex");
      const { rowCount } = await pool.query("select 1 from states.definition where digest = $1", [digest]);
      return { digest, isNew: rowCount === 0 };
    },

    async keepDefinition(digest: string, body: string): Promise<void> {
      await pool.query("insert into states.definition values ($1, $2) on conflict do nothing", [digest, body]);
    },

    async definition(digest: string): Promise<string | undefined> {
      const { rows } = await pool.query<{ body: string }>("select body from states.definition where digest = $1", [
        digest,
      ]);
      return rows[0]?.body;
    },

    /** False when there is an execution of that name already. */
    async start(
      row: Pick<ExecutionRow, "arn" | "name" | "machine" | "digest" | "input" | "startedAt">,
      details: string,
      frame: Frame,
    ) {
      const { rows } = await pool.query<{ fence: number; started: number }>(START, [
        epoch,
        row.arn,
        row.name,
        row.machine,
        row.digest,
        row.input,
        row.startedAt,
        details,
        JSON.stringify(frame),
      ]);
      if (rows[0]?.fence !== 1) throw new Halted("Another host has taken the journal over");
      return rows[0].started === 1;
    },

    async write(arn: string, { events, frames, ending }: Entry): Promise<void> {
      const kept = [...frames].filter(([, snapshot]) => snapshot !== null);
      const removed = [...frames].filter(([, snapshot]) => snapshot === null).map(([path]) => path);
      const { rowCount } = await pool.query(WRITE, [
        epoch,
        arn,
        events.map((event) => event.id),
        events.map((event) => event.at),
        events.map((event) => event.type),
        events.map((event) => event.previous),
        events.map((event) => JSON.stringify(event.details)),
        kept.map(([path]) => path),
        kept.map(([, snapshot]) => snapshot),
        removed,
        ending?.status ?? null,
        ending?.output ?? null,
        storable(ending?.error),
        storable(ending?.cause),
        ending?.at ?? null,
        ending?.token ?? null,
      ]);
      if (rowCount !== 1) throw new Halted("Another host has taken the journal over");
    },

    async find(arn: string): Promise<ExecutionRow | undefined> {
      const { rows } = await pool.query<ExecutionRow>(`select ${COLUMNS} from states.execution where arn = $1`, [arn]);
      return rows[0];
    },

    /** Executions that ended before are forgotten, as AWS does after 90 days. */
    async forget(before: number): Promise<void> {
      await pool.query("delete from states.execution where stopped_at < $1", [before]);
    },

    async running(): Promise<ExecutionRow[]> {
      const text = `select ${COLUMNS} from states.execution where status = 'RUNNING' order by started_at`;
      return (await pool.query<ExecutionRow>(text)).rows;
    },

    async list(
      machine: string,
      { status, redriven }: { status?: string; redriven?: boolean },
      limit: number,
      offset: number,
    ): Promise<ExecutionRow[]> {
      const { rows } = await pool.query<ExecutionRow>(
        `select ${COLUMNS} from states.execution where machine = $1 and ($2::text is null or status = $2)
           and ($5::boolean is null or (redrives > 0) = $5)
         order by started_at desc, arn limit $3 offset $4`,
        [machine, status ?? null, limit, offset, redriven ?? null],
      );
      return rows;
    },

    async frames(arn: string): Promise<Frame[]> {
      const text = "select snapshot from states.frame where execution = $1 order by path";
      const { rows } = await pool.query<{ snapshot: string }>(text, [arn]);
      return rows.map((row) => JSON.parse(row.snapshot) as Frame);
    },

    async lastEvent(arn: string): Promise<number> {
      const text = "select coalesce(max(id), 0) as last from states.event where execution = $1";
      return (await pool.query<{ last: number }>(text, [arn])).rows[0]?.last ?? 0;
    },

    async events(arn: string, page: { limit: number; offset: number; reverse: boolean }): Promise<HistoryEvent[]> {
      const { rows } = await pool.query<Omit<HistoryEvent, "details"> & { details: string }>(
        `select id, at::float8 as at, type, previous, details from states.event where execution = $1
         order by id ${page.reverse ? "desc" : "asc"} limit $2 offset $3`,
        [arn, page.limit, page.offset],
      );
      return rows.map((row) => ({ ...row, details: JSON.parse(row.details) }));
    },
  };
}
