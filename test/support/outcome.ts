import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { TestModule } from "vitest/node";
import { commit, machine } from "./machine.ts";
import { ROOT } from "./paths.ts";

type Outcome = {
  ring: "usual" | "full";
  seconds: number;
  totals: { passed: number; failed: number; skipped: number };
  modules: TestModule[];
};

/** A run of the tests, for a later reader: what it was, on which machine and commit, how long each file took, what failed. */
export function writeOutcome(path: string, { ring, seconds, totals, modules }: Outcome): void {
  const document = {
    at: new Date().toISOString(),
    commit: commit(),
    machine: machine(),
    ring,
    seconds: Math.round(seconds),
    ...totals,
    files: modules.map(fileOf).sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`);
}

function fileOf(module: TestModule) {
  const tests = [...module.children.allTests()];
  const failed = tests.filter((test) => test.result().state === "failed").map((test) => test.fullName);
  return {
    file: relative(ROOT, module.moduleId),
    project: module.project.name,
    state: module.state(),
    tests: tests.length,
    seconds: Number((module.diagnostic().duration / 1_000).toFixed(1)),
    ...(failed.length > 0 ? { failed } : {}),
  };
}
