import type { S3Options } from "./options.ts";
import { createParent } from "./parent.ts";
import { startS3 } from "./server.ts";

const options = JSON.parse(process.env.ATRIUM_S3 ?? "") as S3Options;
const server = await startS3(options, createParent());
process.stdout.write(`${JSON.stringify({ ready: true, url: server.url })}\n`);

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  server.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};

// The parent holds the other end of standard input: when it dies, however it dies, so does this process, and at once:
// the parent's successor may be waiting for the folder, and nothing acknowledged can be lost.
const orphaned = () => process.exit(0);
process.stdin.once("end", orphaned).once("error", orphaned).resume();
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
