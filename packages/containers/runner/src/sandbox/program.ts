import { basename, dirname, join } from "node:path";
import type { Limits, Place, Program } from "./types.ts";

/** Of what the program may use, V8's share; the rest is for what is outside of its heap. */
const HEAP_SHARE = 0.75;

/** What is executed, with nothing in its environment but what it needs. */
export function commandOf({ entry = "", interpreter, media }: Program, limits: Limits, place: Place): string[] {
  if (interpreter.kind === "command") {
    const path = `${dirname(place.node)}:/usr/local/bin:/usr/bin:/bin`;
    const ATRIUM_SOCKET = join(place.work, interpreter.socket);
    const variables = { ...environmentOf(limits, place), PATH: path, ...interpreter.variables, ATRIUM_SOCKET };
    return ["/usr/bin/env", "-i", "-C", place.harness, ...written(variables), ...interpreter.command];
  }
  const script = join(place.harness, entry);
  const heap = `--max-old-space-size=${Math.floor(limits.memoryMiB * HEAP_SHARE)}`;
  const command =
    interpreter.kind === "python"
      ? [join(place.environment, "bin", "python"), "-I", "-B", script]
      : [place.node, heap, "--disable-warning=ExperimentalWarning", script];
  const browser = interpreter.kind === "python" ? interpreter.browser : undefined;
  const printing = browser === undefined ? {} : { ATRIUM_CHROMIUM: join(place.browser, basename(browser)) };
  const shown = (name: "ffmpeg" | "ffprobe") => (place.media ? join(place.media, name) : media?.[name]);
  const reading = media ? { FFMPEG: shown("ffmpeg"), FFPROBE: shown("ffprobe") } : {};
  return ["/usr/bin/env", "-i", ...written({ ...environmentOf(limits, place), ...printing, ...reading }), ...command];
}

const written = (variables: Record<string, string | undefined>): string[] =>
  Object.entries(variables).map(([name, value]) => `${name}=${value}`);

function environmentOf({ cpus }: Limits, { work, environment }: Place): Record<string, string> {
  const home = join(work, "tmp");
  const threads = `${Math.max(1, Math.floor(cpus))}`;
  return {
    PATH: `${join(environment, "bin")}:/usr/local/bin:/usr/bin:/bin`,
    HOME: home,
    TMPDIR: home,
    LANG: "C.UTF-8",
    TZ: "UTC",
    IPYTHONDIR: join(home, "ipython"),
    JUPYTER_RUNTIME_DIR: join(home, "jupyter"),
    MPLCONFIGDIR: join(home, "matplotlib"),
    // These libraries ask how many processors there are, not how many they may use.
    OMP_NUM_THREADS: threads,
    OPENBLAS_NUM_THREADS: threads,
    PYTHONDONTWRITEBYTECODE: "1",
  };
}

/** For prlimit, taskset and nice: they hold for the program and all that it starts. */
export const bounded = (processors: string, limits: string): string[] => [
  ...["setsid", "nice", "-n", "5", "taskset", "--cpu-list", processors],
  ...["prlimit", ...limits.split(" ")],
];
