import { sql } from "kysely";
import { query } from "../database/index.ts";
import { File } from "../file/index.ts";
import { Layer } from "../layer/index.ts";
import { Run } from "../run/index.ts";
import { asked } from "./job.ts";
import type { Export } from "./schema.ts";

/** What a function reads and writes well within its time; more takes a job, which takes a minute to start. */
const LAMBDA_ROWS = 200_000;
const LAMBDA_MEDIA = 20_000;
const LAMBDA_BYTES = 16 * 1024 * 1024;

/** Marks the run as running and says what it needs: a function for little, a job for much. */
export async function prepare(job: Run.Job): Promise<{ engine: "lambda" | "batch" }> {
  const { kind, inputs } = await asked(job);
  const run = { runID: job.runId, attempt: job.attempt };
  await Run.begin(run);
  await Run.report({ ...run, progress: { fraction: 0, step: "Prepare" }, engine: "lambda", stage: "Prepare" });
  const isSmall =
    (kind === "export" || (await File.location(inputs.fileId)).bytes <= LAMBDA_BYTES) &&
    (await isLittle(inputs.projectId, kind === "export" ? (inputs.mediaIds ?? undefined) : undefined, kind));
  return { engine: isSmall ? "lambda" : "batch" };
}

/** Counts no further than matters. */
async function isLittle(
  projectID: string,
  mediaIDs: Export["mediaIds"] | undefined,
  kind: "export" | "import",
): Promise<boolean> {
  const { scopes } = await Layer.inProject(projectID);
  const media = sql`select e.id from entity e where e.scope_id = any (${scopes}::text[]) and e.kind = 'media' and e.deleted_at is null
    ${mediaIDs ? sql`and e.id = any (${mediaIDs}::text[])` : sql``} limit ${LAMBDA_MEDIA + 1}`;
  const rows =
    kind === "import"
      ? sql`0`
      : sql`(select count(*) from (select from m join localization l on l.media_id = m.id and l.latest and not l.deleted limit ${LAMBDA_ROWS + 1}) l)`;
  const found = await query((db) =>
    sql<{ media: number; rows: number }>`
      with m as materialized (${media}) select (select count(*) from m) as media, ${rows}::bigint as rows`.execute(db),
  );
  const { media: many, rows: drawn } = found.rows[0] ?? { media: 0, rows: 0 };
  return many <= LAMBDA_MEDIA && drawn <= LAMBDA_ROWS;
}
