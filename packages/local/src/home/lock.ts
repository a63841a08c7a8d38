import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { createServer } from "node:net";

/**
 * Held by at most one process for a folder. A name in the kernel, not a file: it vanishes with its holder, however that
 * ends, so nothing stale has ever to be judged.
 */
export async function lockHome(home: string): Promise<{ release(): Promise<void> }> {
  const name = createHash("sha256")
    .update(await realpath(home))
    .digest("hex");
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Atrium already runs on ${home}. Stop it first, or set ATRIUM_HOME.`)
          : error,
      );
    });
    server.listen({ path: `\0atrium-${name}` }, resolve);
  });
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}
