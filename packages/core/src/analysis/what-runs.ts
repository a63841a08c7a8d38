import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { Image } from "../algorithm/image.ts";
import { refusalOf } from "../algorithm/image.ts";
import type { Limits } from "../algorithm/schema.ts";
import type { Row, Schema } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { LIMITS } from "../job/limits.ts";
import type { RunCode } from "../run/schema.ts";
import { must } from "../util/index.ts";
import { sizeOf } from "./size.ts";

/** What a job definition is made of, and a name for it: the same of everything that is the same. */
export type Definition = {
  name: string;
  image: string;
  command: string[];
  vcpus: string;
  memoryMiB: string;
  seconds: number;
};

type Kept = Row<"algorithm_run">;

/** The script or the image as it is now, so that whoever mended it and continues means the mended one. Notes it with the run. */
export async function takeAsItIs(tx: Transaction<Schema>, run: Kept): Promise<Definition | null> {
  const { revision, code, image, definition } = run.image ? await imageOf(tx, run) : await scriptOf(tx, run);
  await tx
    .updateTable("algorithm_run")
    .set({ revision, ...(image && { image: JSON.stringify(image) }) })
    .where("run_id", "=", run.run_id)
    .execute();
  await tx
    .updateTable("run")
    .set({ code: JSON.stringify(code) })
    .where("id", "=", run.run_id)
    .execute();
  return definition;
}

type Taken = { revision: number; code: RunCode; image: Image | null; definition: Definition | null };

async function scriptOf(tx: Transaction<Schema>, { run_id, script_id }: Kept): Promise<Taken> {
  const script = await tx
    .selectFrom("script as s")
    .innerJoin("script_version as v", (join) =>
      join.onRef("v.script_id", "=", "s.id").onRef("v.version", "=", "s.version"),
    )
    .select(["s.version", "v.sha256"])
    .where("s.id", "=", script_id)
    .executeTakeFirst();
  const { version, sha256 } = must(script, `script of ${run_id}`);
  return {
    revision: version,
    code: { functionRevision: version, sourceHash: sha256 },
    ...{ image: null, definition: null },
  };
}

async function imageOf(tx: Transaction<Schema>, { algorithm_id, limits }: Kept): Promise<Taken> {
  const algorithm = await tx
    .selectFrom("algorithm")
    .select(["image", "revision"])
    .where("id", "=", algorithm_id)
    .executeTakeFirst();
  // That it was registered is what allowed it.
  if (!algorithm?.image)
    throw new AppError("unprocessable", "algorithm.gone", "This algorithm was taken away, and its image with it.");
  const { image, revision } = algorithm;
  const refusal = await refusalOf(image);
  if (refusal !== null) throw new AppError("unprocessable", "algorithm.cannot_run", refusal);
  const code = { functionRevision: revision, image: image.reference };
  return { revision, code, image, definition: definitionOf(image, limits) };
}

function definitionOf({ reference, command }: Image, limits: Limits): Definition {
  const { cpus, memoryMiB, seconds } = { ...LIMITS, ...limits };
  const made = { image: reference, command, ...sizeOf({ cpus, memoryMiB }), seconds: Math.max(LEAST_SECONDS, seconds) };
  const name = createHash("sha256").update(JSON.stringify(made)).digest("hex").slice(0, NAME_LENGTH);
  return { name, ...made };
}

/** Of a job of Batch. */
const LEAST_SECONDS = 60;
const NAME_LENGTH = 32;
