import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startS3 } from "../../../local/src/s3/server.ts";
import { Config } from "../config/index.ts";

// Only for tests.

/** The S3 server of the host on one machine, over a folder of its own. */
export function useObjects(): void {
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const root = await mkdtemp(join(tmpdir(), "atrium-objects-"));
    const server = await startS3({
      root,
      host: "127.0.0.1",
      port: 0,
      region: process.env.AWS_REGION ?? "",
      credentials: [
        { accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? "", secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? "" },
      ],
      buckets: [{ name: Config.objectsBucket() }],
    });
    process.env.AWS_ENDPOINT_URL_S3 = server.url;
    stop = async () => {
      await server.stop();
      await rm(root, { recursive: true });
    };
  });
  afterAll(() => stop?.());
}
