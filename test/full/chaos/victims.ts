import { descendants, kill9, type ProcessInfo } from "../../support/processes.ts";
import type { Random } from "../../support/random.ts";
import type { RunningSystem } from "../../support/system.ts";

/** Kinds of processes; the host's own comes first, since the others are told by their commands. */
const KINDS: [name: string, is: (command: string) => boolean][] = [
  ["job", (command) => /job-ingest/.test(command)],
  ["function", (command) => /host-lambda/.test(command)],
  ["storage", (command) => /host-s3/.test(command)],
  ["connection of the database", (command) => /^postgres: atrium/.test(command)],
  ["helper of the database", (command) => /^postgres: /.test(command)],
  ["database", (command) => /bin\/postgres /.test(command)],
  ["guard", (command) => /^\/bin\/sh/.test(command)],
];

export type Victim = { kind: string; pid: number };

/** A random kind of what runs now, then one of it: else nearly every victim would be one of PostgreSQL's many. */
export function killOne(system: RunningSystem, random: Random): Victim {
  const alive: Victim[] = [
    { kind: "host", pid: system.pid },
    ...descendants(system.pid).map((info) => ({ kind: kindOf(info), pid: info.pid })),
  ];
  const kind = random.pick([...new Set(alive.map((victim) => victim.kind))].sort());
  const victim = random.pick(alive.filter((one) => one.kind === kind));
  kill9(victim.pid);
  return victim;
}

const kindOf = ({ command }: ProcessInfo) => KINDS.find(([, is]) => is(command))?.[0] ?? "other";
