import type { ObjectContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { sendEmpty } from "../respond.ts";

export async function abortMultipartUpload({ call, uploads, key }: ObjectContext): Promise<void> {
  if (!(await uploads.abort(key, call.query.get("uploadId") ?? ""))) throw new S3Error("NoSuchUpload");
  sendEmpty(call, 204);
}
