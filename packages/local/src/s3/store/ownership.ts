import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const WAIT_MS = 10_000;

/**
 * Makes this process the only one that serves a folder: two would each keep an index of their own and sweep away what the
 * other is writing. The owner holds a local socket, which the system takes back however the process ends; whoever comes
 * while it lives waits for its end. Answers how to let go.
 */
export async function own(root: string): Promise<() => Promise<void>> {
  const name = `atrium-s3-${createHash("sha256").update(resolve(root)).digest("hex").slice(0, 32)}`;
  const abstract = process.platform === "linux"; // such a socket leaves no file behind
  const path = abstract ? `\0${name}` : join(tmpdir(), `${name}.sock`);
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const release = await hold(path);
    if (release) return release;
    const left = deadline - Date.now();
    if (left <= 0) throw new Error(`Another process is serving ${root}`);
    if ((await waitForEnd(path, left)) === "nobody" && !abstract) await rm(path, { force: true });
  }
}

function hold(path: string): Promise<(() => Promise<void>) | undefined> {
  return new Promise((done, fail) => {
    // Those who wait keep a connection open; its end tells them.
    const server = createServer((socket) => socket.on("error", () => socket.destroy()).resume());
    const waiting = new Set<{ destroy(): void }>();
    server.on("connection", (socket) => waiting.add(socket));
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? done(undefined) : fail(error),
    );
    server.listen(path, () => {
      server.unref();
      done(
        () =>
          new Promise((closed) => {
            server.close(() => closed());
            for (const socket of waiting) socket.destroy();
          }),
      );
    });
  });
}

/** "nobody": it ended just now, or left its file behind. */
function waitForEnd(path: string, milliseconds: number): Promise<"ended" | "nobody"> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.setTimeout(milliseconds, () => socket.destroy());
    socket.once("error", () => done("nobody"));
    socket.once("close", () => done("ended"));
    socket.resume();
  });
}
