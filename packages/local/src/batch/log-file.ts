import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";

const LARGEST_BYTES = 4 * 1024 * 1024;

/** Writes what a job prints into a file of bounded size, and goes on reading beyond it so that the job never blocks. */
export function createLogFile(path: string, largest = LARGEST_BYTES) {
  const file = createWriteStream(path, { mode: 0o600 });
  let left = largest;
  let lost: Error | undefined;
  // A full disk must not end the host, nor the job; the log ends where it does.
  file.on("error", (error) => {
    lost = error;
  });

  function take(chunk: Buffer): void {
    if (left <= 0 || lost) return;
    file.write(chunk.subarray(0, left));
    left -= chunk.length;
    if (left <= 0) file.write(`\n[log ends here: more than ${largest} bytes]\n`);
  }

  return {
    follow: (stream: Readable) => void stream.on("data", take),
    close: (): Promise<void> =>
      new Promise((resolve) => {
        if (lost) return resolve();
        file.once("error", () => resolve());
        file.end(() => resolve());
      }),
  };
}
