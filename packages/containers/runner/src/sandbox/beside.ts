import { spawn } from "node:child_process";
import { chmod, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Child, startChild } from "./child.ts";
import { bounded, commandOf } from "./program.ts";
import { allowedProcessors, limitArguments } from "./rlimits.ts";
import { type Command, Forbidden, type Limits, type Node, type Program, type Sandbox } from "./types.ts";
import { descendantsOf } from "./usage.ts";
import { giveAway, sandboxUser } from "./user.ts";
import { watch } from "./watch.ts";

/**
 * In a container that holds nothing but this job: the container is the boundary, and within it the program is somebody
 * else, who can't look into this process, its environment or its files.
 */
export async function startInContainer(program: Program, limits: Limits, folder: string): Promise<Sandbox> {
  const user = sandboxUser();
  if (user === undefined) throw new Forbidden("the runner of the container is not root");
  await chmod(folder, 0o711); // to pass through, not to look around in
  await giveAway(join(folder, "work"), user);
  const become = ["--reuid", `${user}`, "--regid", `${user}`, "--clear-groups", "--inh-caps=-all"];
  const child = start(program, limits, folder, ["setpriv", ...become, "--bounding-set=-all", "--no-new-privs"]);
  const processes = async () => {
    const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map((id) => join("/proc", id));
    const owners = await Promise.all(ids.map((path) => stat(path).catch(() => undefined)));
    return ids.filter((_, index) => owners[index]?.uid === user);
  };
  // All that is this user's, in whatever session it may be.
  const kill = () => void spawn("/usr/bin/setpriv", [...become.slice(0, 5), "/bin/sh", "-c", "kill -KILL -1"]);
  return watched(child, { limits, folder, processes, kill });
}

/** As this very user, seeing all that this user sees: for an administrator who wants that. */
export async function startUnconfined(program: Program, limits: Limits, folder: string): Promise<Sandbox> {
  const child = start(program, limits, folder, ["setpriv", "--no-new-privs"]);
  const { pid } = child.process;
  const processes = async () => (pid === undefined ? [] : await descendantsOf(pid));
  return watched(child, { limits, folder, processes, kill: () => pid !== undefined && process.kill(-pid, "SIGKILL") });
}

const nodeOf = (interpreter: Node | Command): string =>
  interpreter.kind === "node" ? interpreter.program : interpreter.node;

function start(program: Program, limits: Limits, folder: string, become: string[]): Child {
  const { interpreter } = program;
  const work = join(folder, "work");
  const place = {
    work,
    harness: program.harness,
    environment: interpreter.kind === "python" ? interpreter.environment : dirname(dirname(nodeOf(interpreter))),
    node: interpreter.kind === "python" ? "" : nodeOf(interpreter),
    media: "",
    browser: interpreter.kind === "python" && interpreter.browser ? dirname(interpreter.browser) : "",
  };
  const within = bounded(allowedProcessors(limits.cpus), limitArguments(limits)).slice(1);
  return startChild([...within, ...become, ...commandOf(program, limits, place)], work, {});
}

type Watched = {
  limits: Limits;
  folder: string;
  processes: () => Promise<string[]>;
  kill: () => unknown;
};

function watched(child: Child, { limits, folder, processes, kill }: Watched): Sandbox {
  const watching = watch({ processes, work: join(folder, "work"), limits, kill });
  child.process.once("exit", kill); // what it left behind goes with it
  const ended = child.exit.then(async (exitCode) => ({ exitCode, excess: await watching.over() }));
  return { ...child, ended, end: watching.end };
}
