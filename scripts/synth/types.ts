import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "./paths.ts";

/** Checks `stacks/` against the types of the unpacked platform. */
export function checkTypes(): void {
  const compiler = path.join(root, "node_modules/typescript/bin/tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-p", "stacks"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("The stacks have type errors.");
}
