import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Progress } from "../job.ts";
import { Hopeless, messageOf } from "../trouble.ts";
import { findPython, type Installation } from "./find.ts";
import { execute, installByPip, installByUv, type Told } from "./install.ts";
import { hashOf } from "./lock.ts";
import { reasonOf } from "./reason.ts";
import { inTurn } from "./turn.ts";

const STEP = "Environment";
const FONTS = join("share", "atrium", "matplotlib");

export type PythonEnvironment = { environment: string; base: string; hash: string };
type Wanted = {
  lock: string;
  /** Ours may be run while it is made; a user's only in the sandbox. */
  trusted: boolean;
  /** The lock file of the installer. */
  installer: string;
  cache: string;
  progress(progress: Progress): void;
  signal: AbortSignal;
};

/** The environment of a lock file, made at the first need of it and kept. */
export async function pythonEnvironment(wanted: Wanted): Promise<PythonEnvironment> {
  const hash = hashOf(wanted.lock);
  // An image brings its own.
  const built = process.env.ATRIUM_PYTHON_ENVIRONMENT;
  const python = await findPython(process.env);
  if (built && (await readFile(join(built, "lock.sha256"), "utf8").catch(() => "")).trim() === hash) {
    return { environment: built, base: python.base, hash };
  }
  // Compiled parts are made for one version of Python, and the environment points to one installation of it.
  const name = `${hash.slice(0, 16)}-${hashOf(`${python.version}\0${python.base}`).slice(0, 8)}`;
  const environment = join(wanted.cache, name);
  if (!existsSync(environment)) {
    await inTurn(join(wanted.cache, `${name}.lock`), wanted.signal, async () => {
      if (!existsSync(environment)) await make(environment, python, wanted);
    });
  }
  return { environment, base: python.base, hash };
}

async function make(environment: string, python: Installation, wanted: Wanted): Promise<void> {
  const { lock, trusted, progress, signal, cache } = wanted;
  const making = `${environment}.part`;
  await mkdir(cache, { recursive: true });
  const file = `${environment}.txt`;
  await writeFile(file, lock);
  const told: Told = (done, all) => {
    const fraction = all === undefined ? 0 : Math.min(done / all, 1);
    const message = all === undefined ? `${done} packages` : `${Math.min(done, all)} of ${all} packages`;
    progress({ fraction, step: STEP, message: fraction === 1 ? `${message}, compiling` : message });
  };
  progress({ fraction: 0, step: STEP });
  const options = { environment: making, lock: file, compile: trusted, told, signal };
  try {
    try {
      const uv = await installer(python, wanted);
      await makeEmpty(python, making, signal, "--without-pip");
      await installByUv({ ...options, uv, downloads: join(cache, "downloads") });
    } catch (error) {
      if (signal.aborted) throw error;
      // pip does the same, knows more settings of who runs this machine, and says what is wrong.
      await makeEmpty(python, making, signal);
      await installByPip(options);
    }
    if (trusted) await listFonts(making, signal);
    await writeFile(join(making, "lock.sha256"), hashOf(lock));
    await rename(making, environment);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Hopeless(`The Python environment could not be made: ${reasonOf(messageOf(error), file)}`);
  } finally {
    await rm(making, { recursive: true, force: true });
    await rm(file, { force: true });
  }
}

async function makeEmpty(python: Installation, folder: string, signal: AbortSignal, ...options: string[]) {
  await rm(folder, { recursive: true, force: true });
  await execute(python.program, ["-I", "-m", "venv", ...options, folder], { environment: {}, signal });
}

/** uv, itself an environment with one package. */
async function installer(python: Installation, { installer: lock, cache, signal }: Wanted): Promise<string> {
  const folder = join(cache, `uv-${hashOf(lock).slice(0, 16)}`);
  const program = join(folder, "bin", "uv");
  if (existsSync(program)) return program;
  return inTurn(`${folder}.lock`, signal, async () => {
    const making = `${folder}.part`;
    await makeEmpty(python, making, signal);
    const file = `${folder}.txt`;
    await writeFile(file, lock);
    await installByPip({ environment: making, lock: file, compile: false, told: () => undefined, signal });
    await rm(file);
    await rename(making, folder);
    return program;
  });
}

/** matplotlib looks at every font of the system once, which takes seconds, and keeps a list of them. */
async function listFonts(environment: string, signal: AbortSignal): Promise<void> {
  const args = ["-I", "-c", "import matplotlib.font_manager"];
  await execute(join(environment, "bin", "python"), args, {
    environment: { MPLCONFIGDIR: join(environment, FONTS) },
    signal,
  });
}

/** For the sandbox, whose environment is read-only, so that each run would look again. */
export async function bringFonts({ environment }: PythonEnvironment, work: string): Promise<void> {
  const list = join(environment, FONTS);
  if (existsSync(list)) await cp(list, join(work, "tmp", "matplotlib"), { recursive: true });
}
