import type pg from "pg";
import { migrate } from "../states/schema.ts";
import type { Registration } from "./definition.ts";
import type { Attempt, Job, JobSpec } from "./job.ts";

/** `host` is the host that runs the attempt: the word of an earlier one no longer counts. */
const SCHEMA = `
create schema if not exists batch;
create table if not exists batch.job (
  id text primary key,
  name text not null,
  queue text not null,
  definition text not null,
  status text not null check (status in ('RUNNABLE', 'RUNNING', 'SUCCEEDED', 'FAILED')),
  status_reason text,
  spec text not null,
  attempts text not null default '[]',
  created_at bigint not null,
  started_at bigint,
  stopped_at bigint,
  called_off text,
  host text,
  process text
);
create table if not exists batch.definition (
  name text not null,
  revision integer not null,
  properties text not null,
  seconds integer,
  primary key (name, revision)
);
create index if not exists job_open on batch.job (created_at) where status in ('RUNNABLE', 'RUNNING');
create index if not exists job_by_queue on batch.job (queue, created_at desc);
`;

const COLUMNS = `id, name, queue, definition, status, status_reason as "statusReason", spec, attempts,
  created_at::float8 as "createdAt", started_at::float8 as "startedAt", stopped_at::float8 as "stoppedAt",
  called_off as "calledOff", process`;

type Row = Omit<Job, "spec" | "attempts" | "process"> & { spec: string; attempts: string; process: string | null };

const toJob = ({ spec, attempts, process, ...row }: Row): Job => ({
  ...row,
  spec: JSON.parse(spec) as JobSpec,
  attempts: JSON.parse(attempts) as Attempt[],
  process: process === null ? null : (JSON.parse(process) as Job["process"]),
});

export type Store = Awaited<ReturnType<typeof openStore>>;

export async function openStore(pool: pg.Pool, host: string) {
  await migrate(pool, SCHEMA);
  const jobs = async (where: string, values: unknown[]) =>
    (await pool.query<Row>(`select ${COLUMNS} from batch.job where ${where}`, values)).rows.map(toJob);

  return {
    /** Submitting an id that is there already changes nothing. */
    async add(job: Pick<Job, "id" | "name" | "queue" | "definition" | "spec" | "createdAt">): Promise<void> {
      await pool.query(
        `insert into batch.job (id, name, queue, definition, status, spec, created_at)
         values ($1, $2, $3, $4, 'RUNNABLE', $5, $6) on conflict do nothing`,
        [job.id, job.name, job.queue, job.definition, JSON.stringify(job.spec), job.createdAt],
      );
    },

    /** False when somebody else runs it, or it was called off. */
    async claim(id: string, at: number): Promise<boolean> {
      const { rowCount } = await pool.query(
        `update batch.job set status = 'RUNNING', status_reason = null, host = $2, process = null,
           started_at = $3 where id = $1 and status = 'RUNNABLE' and called_off is null`,
        [id, host, at],
      );
      return rowCount === 1;
    },

    async setProcess(id: string, process: Job["process"]): Promise<void> {
      const text = "update batch.job set process = $3 where id = $1 and host = $2 and status = 'RUNNING'";
      await pool.query(text, [id, host, JSON.stringify(process)]);
    },

    /** Takes over what an earlier host was running: from here on only this one can end it. */
    async adopt(): Promise<void> {
      await pool.query("update batch.job set host = $1 where status = 'RUNNING'", [host]);
    },

    /** Ends an attempt that this host runs. */
    async finish(job: Job, status: Job["status"], attempt: Attempt): Promise<boolean> {
      const { rowCount } = await pool.query(
        `update batch.job set status = $2, status_reason = $3, attempts = $4, process = null,
           stopped_at = case when $2 = 'RUNNABLE' then null else $5::bigint end
         where id = $1 and status = 'RUNNING' and host = $6`,
        [job.id, status, attempt.statusReason, JSON.stringify([...job.attempts, attempt]), attempt.stoppedAt, host],
      );
      return rowCount === 1;
    },

    /** Marks the job as called off; one that has not begun has thereby failed. */
    async callOff(id: string, reason: string, at: number): Promise<Job | undefined> {
      const { rows } = await pool.query<Row>(
        `update batch.job set called_off = $2,
           status = case when status = 'RUNNABLE' then 'FAILED' else status end,
           status_reason = case when status = 'RUNNABLE' then $2 else status_reason end,
           stopped_at = case when status = 'RUNNABLE' then $3::bigint else stopped_at end
         where id = $1 and status in ('RUNNABLE', 'RUNNING') returning ${COLUMNS}`,
        [id, reason.replaceAll("\0", "\ufffd"), at],
      );
      return rows.map(toJob)[0];
    },

    /** Jobs that ended before are forgotten. */
    async forget(before: number): Promise<void> {
      await pool.query("delete from batch.job where stopped_at < $1", [before]);
    },

    /** As its next revision. */
    async define({ name, properties, seconds }: Registration): Promise<{ revision: number }> {
      const { rows } = await pool.query<{ revision: number }>(
        `insert into batch.definition (name, revision, properties, seconds)
         select $1, coalesce(max(revision), 0) + 1, $2, $3 from batch.definition where name = $1 returning revision`,
        [name, JSON.stringify(properties), seconds ?? null],
      );
      return { revision: rows[0]?.revision ?? 1 };
    },

    /** All revisions, the latest first. */
    async defined(name: string): Promise<(Registration & { revision: number })[]> {
      const { rows } = await pool.query<{ revision: number; properties: string; seconds: number | null }>(
        "select revision, properties, seconds from batch.definition where name = $1 order by revision desc",
        [name],
      );
      return rows.map(({ revision, properties, seconds }) => ({
        ...{ name, revision, seconds: seconds ?? undefined },
        properties: JSON.parse(properties) as Registration["properties"],
      }));
    },

    find: async (id: string) => (await jobs("id = $1", [id]))[0],
    several: (ids: string[]) => jobs("id = any($1)", [ids]),
    open: () => jobs("status in ('RUNNABLE', 'RUNNING') order by created_at, id", []),
    list: (queue: string, status: string, limit: number, offset: number) =>
      jobs("queue = $1 and status = $2 order by created_at desc, id limit $3 offset $4", [
        queue,
        status,
        limit,
        offset,
      ]),
  };
}
