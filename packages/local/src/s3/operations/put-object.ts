import { checkWrite } from "../conditions.ts";
import type { ObjectContext } from "../context.ts";
import { Payload } from "../payload.ts";
import { quote, sendEmpty } from "../respond.ts";
import { checksumHeaders, readAttributes } from "./attributes.ts";

export async function putObject({ call, identity, bucket, outbox, key }: ObjectContext): Promise<void> {
  const attributes = readAttributes(call);
  const payload = new Payload(call, identity);
  checkWrite(call.headers, bucket.find(key)); // once before the bytes travel, once more when they are to count
  const blob = await bucket.store(payload.chunks());
  const { size, md5, checksum } = payload.received;
  const draft = { ...attributes, size, etag: md5, blobs: [blob], checksum };
  const { etag } = await bucket.put(key, draft, (current) => checkWrite(call.headers, current));
  await outbox.record(call, { name: "ObjectCreated:Put", key, size, etag });
  sendEmpty(call, 200, { etag: quote(etag), ...checksumHeaders(checksum) });
}
