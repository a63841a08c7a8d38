import type { Transaction } from "kysely";
import type { Attribute } from "../attribute/index.ts";
import type { Schema } from "../database/schema.ts";
import { Entity } from "../entity/index.ts";
import { Functions } from "../function/index.ts";
import { Run } from "../run/index.ts";
import { EMPTY } from "./empty.ts";

type Begun = {
  id: string;
  projectID: string;
  file: { id: string; name: string; sha256: string | null };
  dtype: "video" | "image";
  typeID?: string | null;
  attributes?: Attribute.Given | undefined;
  /** What it has, where that was agreed to before. */
  agreed?: Record<string, unknown>;
  /** The address it was fetched from. */
  source?: string;
};

/** Media of a file, and the run that will make its renditions; answers the run. No policy. */
export async function begin(tx: Transaction<Schema>, { id, projectID, file, dtype, ...more }: Begun): Promise<string> {
  const { typeID = null, source = null, attributes, agreed } = more;
  const entity = { id, kind: "media" as const, parentID: projectID, name: file.name, attributes };
  await Entity.create({ ...entity, ...(agreed ? { agreed } : {}) });
  const runID = await Run.create({
    functionID: Functions.TRANSCODE_ID,
    projectID,
    subjectID: id,
    inputs: { mediaId: id, projectId: projectID, fileId: file.id, name: file.name },
  });
  await tx
    .insertInto("media")
    .values({
      ...EMPTY,
      ...{ id, dtype, type_id: typeID, file_id: file.id, fingerprint: file.sha256, run_id: runID, source_url: source },
    })
    .execute();
  return runID;
}
