import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** A text that is needed later, kept on disk meanwhile. */
export type Spool = {
  add: (text: string) => Promise<void>;
  /** Once, when all was added. */
  read: () => AsyncGenerator<Buffer>;
  bytes: () => number;
};

export function spool(path: string): Spool {
  const file = createWriteStream(path);
  let bytes = 0;
  // Whoever adds hears of it; a stream without a listener would end the process.
  let failed: unknown;
  file.on("error", (error) => {
    failed = error;
  });
  return {
    async add(text) {
      if (failed) throw failed;
      const chunk = Buffer.from(text);
      bytes += chunk.length;
      if (!file.write(chunk)) await once(file, "drain");
    },
    async *read() {
      file.end();
      await finished(file);
      yield* createReadStream(path) as AsyncIterable<Buffer>;
    },
    bytes: () => bytes,
  };
}
