import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { makeCgroups } from "./cgroup.ts";
import { startChild } from "./child.ts";
import { commandOf } from "./program.ts";
import { allowedProcessors, limitArguments } from "./rlimits.ts";
import { layRoot } from "./root.ts";
import { AS_ROOT, ENTER, INIT } from "./script.ts";
import { Forbidden, type Limits, type Place, type Program, type Sandbox } from "./types.ts";
import { giveAway, sandboxUser } from "./user.ts";
import { watch } from "./watch.ts";

const PLACE: Place = {
  work: "/work",
  harness: "/atrium/harness",
  environment: "/atrium/environment",
  node: "/atrium/bin/node",
  browser: "/atrium/browser",
  media: "/atrium/media",
};

/** One machine: the program sees a system of its own, without a network, and of the machine only what it is shown. */
export async function startInNamespaces(program: Program, limits: Limits, folder: string): Promise<Sandbox> {
  const [root, table, work] = [join(folder, "root"), join(folder, "mounts"), join(folder, "work")];
  await mkdir(root);
  await writeFile(table, await layRoot(root, work, shownTo(program)));
  const user = sandboxUser();
  if (user !== undefined) await giveAway(work, user);
  const cgroups = await makeCgroups(limits);
  const placed = [root, table, `${user ?? ""}`, allowedProcessors(limits.cpus), limitArguments(limits)];
  const child = startChild(
    ["/bin/sh", "-c", ENTER, "enter", ...placed, cgroups.paths.join(" "), ...commandOf(program, limits, PLACE)],
    folder,
    { INIT, AS_ROOT },
  );
  const started = await Promise.race([once(child.ready, "data").then(() => true), child.exit.then(() => false)]);
  if (!started) {
    await cgroups.remove();
    throw new Forbidden((await text(child.stderr)).trim());
  }
  const proc = await ownProc(child.process.pid);
  const watching = watch({
    processes: async () => (await readdir(proc).catch(() => [])).filter(isProcess).map((id) => join(proc, id)),
    work,
    limits,
    kill: () => child.process.kill("SIGKILL"),
  });
  const ended = child.exit.then(async (exitCode) => {
    const excess = (await watching.over()) ?? (await cgroups.exceeded());
    await cgroups.remove();
    return { exitCode, excess };
  });
  return { ...child, ended, end: watching.end };
}

/** Of this machine what the program needs to see, by where. */
function shownTo({ harness, interpreter, media }: Program): Record<string, string> {
  const readers = Object.fromEntries(
    Object.entries(media ?? {}).map(([name, path]) => [`${PLACE.media}/${name}`, path]),
  );
  if (interpreter.kind === "python") {
    const { environment, base, browser } = interpreter;
    // One that is part of the system is there already; another is looked for where it was installed.
    const installation = base.startsWith("/usr/") || base === "/usr" ? {} : { [base]: base };
    const printing = browser === undefined ? {} : { [PLACE.browser]: dirname(browser) };
    return { ...installation, ...printing, ...readers, [PLACE.harness]: harness, [PLACE.environment]: environment };
  }
  if (interpreter.kind === "command") return { [PLACE.harness]: harness, [PLACE.node]: interpreter.node };
  const packages = Object.entries(interpreter.packages).map(([name, path]) => [`/atrium/node_modules/${name}`, path]);
  return { [PLACE.harness]: harness, [PLACE.node]: interpreter.program, ...Object.fromEntries(packages), ...readers };
}

/** The sandbox's /proc, which lists its processes and no others, whatever session or group they make. */
async function ownProc(pid: number | undefined): Promise<string> {
  const init = (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "")).trim();
  return `/proc/${init}/root/proc`;
}

const isProcess = (name: string): boolean => /^\d+$/.test(name);
