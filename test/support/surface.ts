/** The AWS calls that a system made, by its logs, against those that packages/local/SURFACE.md lists. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./paths.ts";

const SURFACE = "packages/local/SURFACE.md";

/** `service:Call`, as the host notes them in its log when they are first made. */
export function callsMade(home: string): Set<string> {
  const folder = join(home, "logs");
  const files = readdirSync(folder).filter((name) => /^host\.log(\.1)?$/.test(name));
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  const calls = lines.flatMap((line) => /"message":"AWS call made","call":"([^"]+)"/.exec(line)?.[1] ?? []);
  return new Set(calls);
}

/** The rows of the tables that say who makes a call: `| service | Call, Call | by whom | … |`. */
export function callsListed(text = readFileSync(join(ROOT, SURFACE), "utf8")): Set<string> {
  const [, made = ""] = /^## Calls the program makes$([\s\S]*?)^## /m.exec(text) ?? [];
  const rows = [...made.replace(/\([^)]*\)/g, "").matchAll(/^\| ([a-z0-9-]+) +\| ([^|]+) \|/gm)];
  return new Set(
    rows.flatMap(([, service, calls = ""]) => [...calls.matchAll(/[A-Z]\w+/g)].map(([call]) => `${service}:${call}`)),
  );
}

/** Throws when a system made a call that the list does not have. */
export function assertListed(home: string): void {
  const listed = callsListed();
  const unlisted = [...callsMade(home)].filter((call) => !listed.has(call)).sort();
  if (unlisted.length === 0) return;
  throw new Error(`${SURFACE} does not list these calls, which the program made: ${unlisted.join(", ")}`);
}
