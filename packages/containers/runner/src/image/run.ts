import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "../client.ts";
import { reasonOf } from "../outcome.ts";
import { createReporter } from "../reporter.ts";
import { follow } from "../run.ts";
import type { StartSandbox } from "../sandbox/types.ts";
import { Hopeless } from "../trouble.ts";
import { openDoor } from "./door.ts";
import type { ImageProgram } from "./program.ts";

const SOCKET = "atrium.sock";

type Context = { client: Client; start: StartSandbox; program: ImageProgram; folder: string; stop: AbortController };

/**
 * Runs what stands for an image, in the sandbox that all code of users has. It speaks the protocol itself, through a socket in
 * its folder that leads to this job's endpoints and nowhere else. Answers its exit code.
 */
export async function runImage({ client, start, program, folder, stop }: Context): Promise<number> {
  const { signal } = stop;
  const job = await client.job();
  const work = join(folder, "work");
  await mkdir(join(work, "tmp"), { recursive: true });
  // Seen by whoever lists processes, and good for nothing but the socket.
  const token = `local_${randomBytes(24).toString("base64url")}`;
  const door = await openDoor({ client, token, folder: work, socket: SOCKET, signal });
  const reporter = createReporter(client, () => stop.abort(new Hopeless("The run was cancelled.")), signal);
  try {
    const variables = { ATRIUM_URL: door.url, ATRIUM_TOKEN: token };
    const { folder: harness, command } = program;
    const interpreter = { kind: "command", command, node: process.execPath, variables, socket: SOCKET } as const;
    const sandbox = await start({ harness, interpreter }, job.limits, folder);
    const ending = await Promise.race([follow(sandbox, reporter, signal), reporter.failed]);
    if (signal.aborted) throw signal.reason;
    await reporter.close();
    const reason = reasonOf(ending, job.limits);
    if (reason === undefined) return ending.exitCode;
    await client.result({ outputs: [], error: { message: reason } });
    throw new Hopeless(reason);
  } finally {
    door.close();
  }
}
