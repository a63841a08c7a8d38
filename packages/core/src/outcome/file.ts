import { agreed } from "../attribute/begin.ts";
import { query } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { SNIFF_BYTES, sniff } from "../file/sniff.ts";
import { createID } from "../id/index.ts";
import type { OutputFile } from "../job/schema.ts";
import { Objects } from "../object/index.ts";
import type { Registered, RegisterFile, Work } from "./outcome.ts";

/** A file of the project, under the name that the code gave it. Of what it is, its bytes have more to say than the code. */
export const file: RegisterFile = async (work, output) => {
  const head = await Objects.range(output.key, 0, Math.min(SNIFF_BYTES, output.bytes));
  return storeFile(work, output, {
    name: output.fileName,
    contentType: sniff(head, { name: output.fileName, declared: output.contentType }),
  });
};

/** Copies the bytes beside those of all files, so that no later attempt writes over them. */
export async function storeFile(
  { runID, attempt, projectID }: Pick<Work, "runID" | "attempt" | "projectID">,
  { name: role, key, bytes, sha256 }: OutputFile,
  { name, contentType }: { name: string; contentType: string },
): Promise<Registered> {
  const id = createID("file");
  const stored = `files/${runID}-${attempt}/${role}`;
  const { etag } = await Objects.copy(key, stored);
  const commit = async () => {
    await Entity.create({ id, kind: "file", parentID: projectID, name, agreed: await agreed(projectID, "file", {}) });
    const row = { id, bytes, content_type: contentType, key: stored, etag, sha256 };
    await query((db) =>
      db
        .insertInto("file")
        // The runner hashed what S3 then checked on its way in.
        .values({ ...row, sha256_verified_at: new Date() })
        .execute(),
    );
    return { entityID: id, role, contentHash: sha256 };
  };
  return { value: id, commit };
}
