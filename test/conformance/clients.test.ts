/** The object storage as Amazon's own clients for Python see it: `aws s3` and boto3. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startS3 } from "../../packages/local/src/s3/server.ts";
import { temporaryFolder } from "../support/paths.ts";
import { type Clients, installClients, whyNot } from "./python.ts";

const BUCKET = "conformance";
const REGION = "eu-west-1";
const credentials = { accessKeyId: "AKIACONFORMANCE", secretAccessKey: "only-for-tests" };
const MIB = 1024 * 1024;

const CHECKS = [
  ...["put_get", "ranges_and_conditions", "listing", "multipart", "multipart_by_hand"],
  ...["checksums", "copying", "signed_urls", "refusals"],
];

const folder = temporaryFolder("conformance");
let clients: Clients | undefined;
let reason = whyNot();
let env: Record<string, string>;
let stop: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  if (reason !== undefined) return;
  try {
    clients = await installClients(folder.path);
  } catch (error) {
    // No package index, no room: said by every test that is skipped for it.
    reason = `boto3 and the AWS command line cannot be installed: ${String(error).slice(0, 300)}`;
    return;
  }
  const server = await startS3({
    ...{ root: join(folder.path, "objects"), host: "127.0.0.1", port: 0, region: REGION },
    ...{ credentials: [credentials], buckets: [{ name: BUCKET }] },
  });
  stop = server.stop;
  env = {
    AWS_ENDPOINT_URL: server.url,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
});
afterAll(async () => {
  await stop();
  folder.remove();
});

type Skip = { skip(note?: string): never };

/** The clients, or the reason why this test cannot be made here. */
const ready = ({ skip }: Skip): Clients => clients ?? skip(reason);

describe("boto3", () => {
  it.for(CHECKS)("%s", async (name, context) => {
    await ready(context).call("python", [join(import.meta.dirname, "checks.py"), name], env);
  });
});

describe("aws s3", () => {
  const aws = (of: Clients, ...args: string[]) => of.call("aws", ["s3", ...args, "--only-show-errors"], env);

  it("cp takes a file of many parts up and down again, byte by byte", async (context) => {
    const of = ready(context);
    const [up, down] = [join(folder.path, "up.bin"), join(folder.path, "down.bin")];
    const bytes = randomBytes(40 * MIB + 3);
    await writeFile(up, bytes);
    await aws(of, "cp", up, `s3://${BUCKET}/large.bin`);
    await aws(of, "cp", `s3://${BUCKET}/large.bin`, down);
    expect((await readFile(down)).equals(bytes)).toBe(true);
    const head = await of.call("aws", ["s3api", "head-object", "--bucket", BUCKET, "--key", "large.bin"], env);
    expect(JSON.parse(head)).toMatchObject({ ContentLength: bytes.length, ETag: expect.stringMatching(/-6"$/) });
  });

  it("sync, ls, mv and rm work on folders", async (context) => {
    const of = ready(context);
    const [from, to] = [join(folder.path, "from"), join(folder.path, "to")];
    await mkdir(join(from, "deep"), { recursive: true });
    await writeFile(join(from, "a é.txt"), "a");
    await writeFile(join(from, "deep", "b.txt"), "b");
    await aws(of, "sync", from, `s3://${BUCKET}/folder`);
    await aws(of, "sync", `s3://${BUCKET}/folder`, to);
    expect(await readFile(join(to, "a é.txt"), "utf8")).toBe("a");
    expect(await readFile(join(to, "deep", "b.txt"), "utf8")).toBe("b");
    const list = (...args: string[]) => of.call("aws", ["s3", "ls", ...args], { ...env, PYTHONIOENCODING: "utf-8" });
    expect(await list(`s3://${BUCKET}/folder/`)).toMatch(/PRE deep\/\n.* 1 a é\.txt/);
    await aws(of, "mv", `s3://${BUCKET}/folder/a é.txt`, `s3://${BUCKET}/folder/moved.txt`);
    expect(await list(`s3://${BUCKET}/folder/`, "--recursive")).toMatch(
      /folder\/deep\/b\.txt\n.*folder\/moved\.txt\n$/,
    );
    await aws(of, "rm", `s3://${BUCKET}/folder`, "--recursive");
    await expect(list(`s3://${BUCKET}/folder/`)).rejects.toThrow();
  });
});
