import { existsSync } from "node:fs";
import path from "node:path";
import { type BuildOptions, build } from "esbuild";

const SOURCES = [".ts", ".tsx", ".mts", ".js", ".mjs"];
/** Left out of every bundle by SST itself. */
const NEVER_BUNDLED = ["pg-native", "sharp"];

/**
 * Why `<source path without extension>.<export>` can't be a handler below `root`, or undefined when it can. With `installed`,
 * the packages that are installed beside the bundle, it is also bundled as a deployment would.
 */
export async function handlerProblem(root: string, handler: string, installed?: string[]): Promise<string | undefined> {
  const { dir, name, ext } = path.posix.parse(handler);
  const base = path.posix.join(dir, name);
  const source = SOURCES.map((ending) => base + ending).find((file) => existsSync(path.join(root, file)));
  if (!source) return `handler ${handler}: there is no ${base}.ts`;
  const wanted = ext.slice(1);
  const bundling: BuildOptions = installed ? { bundle: true, external: [...NEVER_BUNDLED, ...installed] } : {};
  const { exported, error } = await compile(path.join(root, source), bundling);
  if (error) return `handler ${handler}: ${error}`;
  return exported.includes(wanted) ? undefined : `handler ${handler}: ${source} does not export "${wanted}"`;
}

/** What a module exports, as its compiler sees it: no need to run it. */
async function compile(file: string, bundling: BuildOptions): Promise<{ exported: string[]; error?: string }> {
  const result = await build({
    ...bundling,
    entryPoints: [file],
    platform: "node",
    format: "esm",
    metafile: true,
    write: false,
    outdir: ".",
    logLevel: "silent",
  }).catch((failure: Error) => failure);
  if (result instanceof Error) return { exported: [], error: result.message };
  return { exported: Object.values(result.metafile.outputs).flatMap((output) => output.exports) };
}
