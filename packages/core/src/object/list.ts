import * as Config from "../config/index.ts";
import { limit, sdk } from "./client.ts";

export type Listed = { key: string; at: Date };

/** One page of what lies under a prefix, in the order of keys, from behind `after` on. */
export async function list(prefix: string, { after, most }: { after?: string; most: number }): Promise<Listed[]> {
  const { client, ListObjectsV2Command } = await sdk();
  const asked = { Bucket: Config.objectsBucket(), Prefix: prefix, MaxKeys: most, ...(after && { StartAfter: after }) };
  const { Contents = [] } = await client.send(new ListObjectsV2Command(asked), limit());
  return Contents.flatMap(({ Key, LastModified }) => (Key && LastModified ? [{ key: Key, at: LastModified }] : []));
}
