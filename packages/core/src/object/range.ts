import * as Config from "../config/index.ts";
import { must } from "../util/index.ts";
import { limit, sdk } from "./client.ts";

/** Bytes `start` up to but without `end`. */
export async function range(
  key: string,
  start: number,
  end: number,
  options: { signal?: AbortSignal } = {},
): Promise<Uint8Array> {
  const { client, GetObjectCommand } = await sdk();
  const answer = await client.send(
    new GetObjectCommand({ Bucket: Config.objectsBucket(), Key: key, Range: `bytes=${start}-${end - 1}` }),
    limit(options.signal, 60_000),
  );
  return must(answer.Body, "object body").transformToByteArray();
}
