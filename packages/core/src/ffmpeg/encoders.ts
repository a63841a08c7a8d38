import { run } from "./run.ts";

const known = new Map<string, Promise<ReadonlySet<string>>>();
const LIMITS = { cpuSeconds: 20, wallSeconds: 60, memoryMiB: 4_096 };

/** Names of what a program can encode with: builds differ in which libraries they hold. */
export function encoders(program: string): Promise<ReadonlySet<string>> {
  const found = known.get(program) ?? run(program, ["-hide_banner", "-encoders"], { limits: LIMITS }).then(listed);
  known.set(program, found);
  found.catch(() => known.delete(program));
  return found;
}

/** A line is ` V..... libx264   libx264 H.264 / AVC`. */
const listed = ({ stdout }: { stdout: Buffer }): ReadonlySet<string> =>
  new Set([...`${stdout}`.matchAll(/^ [VAS][A-Z.]{5} (\S+)/gm)].flatMap(([, name]) => name ?? []));
