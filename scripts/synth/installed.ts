import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Packages that a function would get beside its bundle in another version than the one that is tested here. */
export function versionProblems(root: string, installed: Record<string, string>): string[] {
  return Object.entries(installed).flatMap(([name, wanted]) => {
    const tested = versionOf(path.join(root, "node_modules", name, "package.json"));
    return tested === wanted ? [] : [`the stacks install ${name} ${wanted}, tested is ${tested ?? "none"}`];
  });
}

function versionOf(manifest: string): string | undefined {
  if (!existsSync(manifest)) return undefined;
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
