import { run } from "./run.ts";

const known = new Map<string, Promise<string[]>>();
const LIMITS = { cpuSeconds: 20, wallSeconds: 60, memoryMiB: 4_096 };

/** Arguments that keep every frame with its time, none doubled or dropped: they were renamed in 5.1, and the old ones are gone in 8. */
export function passthrough(program: string): Promise<string[]> {
  const found =
    known.get(program) ?? run(program, ["-version"], { limits: LIMITS }).then(({ stdout }) => argumentsOf(`${stdout}`));
  known.set(program, found);
  found.catch(() => known.delete(program));
  return found;
}

export function argumentsOf(said: string): string[] {
  const [, major, minor] = /^ffmpeg version n?(\d+)\.(\d+)/.exec(said) ?? [];
  const isNew = Number(major) > 5 || (Number(major) === 5 && Number(minor) >= 1);
  return isNew ? ["-fps_mode", "passthrough"] : ["-vsync", "passthrough"];
}
