import { createServer, type Server } from "node:http";
import type { Store } from "./context.ts";
import { S3Error } from "./errors.ts";
import { createHandler } from "./handler.ts";
import { Outbox } from "./notices/outbox.ts";
import type { S3Options } from "./options.ts";
import type { Parent } from "./parent.ts";
import { startExpiry } from "./store/expiry.ts";
import { own } from "./store/ownership.ts";
import { openBucket } from "./store/recover.ts";

export type { BucketOptions, CorsRule, Credential, S3Options } from "./options.ts";

/** Whoever runs the server by itself hears of nothing. */
const ALONE: Parent = { post: () => Promise.resolve(), called: () => undefined };
const IDLE_MS = 120_000;
/** How long answers under way have at a stop; the host gives the process a little more. */
const STOP_MS = 1_500;

/** An S3 server over a folder. Everything it answered with success survives the process and the power. */
export async function startS3(
  options: S3Options,
  parent: Parent = ALONE,
): Promise<{ url: string; stop(): Promise<void> }> {
  const release = await own(options.root);
  try {
    return await serve(options, parent, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function serve(options: S3Options, parent: Parent, release: () => Promise<void>) {
  const opened = options.buckets.map(({ name, notices: rules = [] }) => {
    const store = openBucket(options.root, checkedName(name));
    const outbox = new Outbox(options.root, { bucket: name, region: options.region, rules, post: parent.post });
    return { ...store, outbox };
  });
  const stores = new Map<string, Store>(opened.map((store) => [store.bucket.name, store]));
  const { handle, settled } = createHandler(options, stores, parent.called);
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: IDLE_MS }, handle);
  // The operation asks for the body (100 Continue) once the signature has been checked.
  server.on("checkContinue", handle);
  server.timeout = IDLE_MS; // of silence on a socket; a slow body of any length may take its time
  const port = await listen(server, options);
  const stopExpiry = startExpiry(options.buckets, stores);
  return {
    url: `http://${options.host}:${port}`,
    stop: async () => {
      await Promise.all([stopExpiry(), close(server)]);
      await settled(); // an operation may outlive its connection
      await Promise.all(opened.map(({ outbox }) => outbox.stop()));
      for (const store of opened) store.close();
      await release();
    },
  };
}

function checkedName(name: string): string {
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) return name;
  throw new S3Error("InvalidBucketName", undefined, { details: { BucketName: name } });
}

function listen(server: Server, { host, port }: S3Options): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), STOP_MS).unref();
  });
}
