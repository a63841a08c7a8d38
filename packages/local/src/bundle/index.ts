import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";

export type Entry = {
  /** Folder of the output, below the cache. */
  name: string;
  /** Source file, from the root of the project. */
  source: string;
};

export type BundleOptions = {
  root: string;
  cache: string;
  entries: Entry[];
  /** Folders, from the root, whose content decides whether the cached output still holds. */
  sources: string[];
};

// Bundles are ES modules; what they contain of CommonJS asks for these.
const BANNER = [
  'import { createRequire as __createRequire } from "node:module";',
  'import { fileURLToPath as __fileURLToPath } from "node:url";',
  "const require = __createRequire(import.meta.url);",
  "const __filename = __fileURLToPath(import.meta.url);",
  'const __dirname = __fileURLToPath(new URL(".", import.meta.url));',
].join("");

/** Packages with native parts, installed beside the bundle on AWS and found in the project here. */
const EXTERNAL = ["@duckdb/node-api", "@duckdb/node-bindings", "onnxruntime-web", "sharp"];
const KEPT_BUILDS = 3;
/** The same file that the functions of `stacks/` name. */
const PLUGINS = "stacks/util/bundle-plugins.mjs";

/** Bundles handlers as they are deployed. Answers the folder that holds `<name>/index.mjs` of each. */
export async function bundle(options: BundleOptions): Promise<string> {
  const key = await contentKey(
    options.root,
    [...options.sources, PLUGINS, "package-lock.json"],
    JSON.stringify([options.entries, BANNER]),
  );
  const target = join(options.cache, key);
  if (await exists(target)) return target;
  const making = `${target}.${process.pid}`;
  // Only a start after a change needs the bundler, which brings a process of its own.
  const { build, stop } = await import("esbuild");
  const { default: plugins } = (await import(pathToFileURL(join(options.root, PLUGINS)).href)) as { default: Plugin[] };
  await build({
    absWorkingDir: options.root,
    entryPoints: options.entries.map(({ name, source }) => ({ in: source, out: `${name}/index` })),
    outdir: making,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // What is imported when it is needed is a file of its own. Here, pieces that functions have in common are made once.
    splitting: true,
    chunkNames: "pieces/[name]-[hash]",
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    external: EXTERNAL,
    sourcemap: "linked",
    sourcesContent: false,
    keepNames: true,
    minify: true,
    banner: { js: BANNER },
    plugins,
    logLevel: "silent",
  }).finally(stop);
  await linkPackages(options.root, options.cache);
  await moveInto(making, target);
  await removeOld(options.cache);
  return target;
}

/** Outside of the project Node would not find the external packages by walking up from the bundle. */
async function linkPackages(root: string, cache: string): Promise<void> {
  const link = join(cache, "node_modules");
  await symlink(join(root, "node_modules"), link).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

/** Digest of what goes into a build: the lock file stands for everything below `node_modules`. */
export async function contentKey(root: string, sources: string[], salt: string): Promise<string> {
  const hash = createHash("sha256").update(salt);
  for (const source of sources)
    for (const file of await filesBelow(join(root, source))) {
      hash
        .update(`${file}\0`)
        .update(await readFile(file))
        .update("\0");
    }
  return hash.digest("hex").slice(0, 20);
}

async function filesBelow(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  const files: string[] = [];
  for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === "node_modules" || entry.name === "dist" || /\.test\.tsx?$/.test(entry.name)) continue;
    files.push(...(await filesBelow(join(path, entry.name))));
  }
  return files;
}

/** Two hosts may build the same thing at once: the first one's stays. */
export async function moveInto(making: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await rename(making, target).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    await rm(making, { recursive: true, force: true });
  });
}

/** A host that is running may use an older build than the newest, so a few are kept. */
export async function removeOld(cache: string): Promise<void> {
  const builds: { path: string; at: number }[] = [];
  for (const entry of await readdir(cache, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(cache, entry.name);
    builds.push({ path, at: (await stat(path)).mtimeMs });
  }
  builds.sort((a, b) => b.at - a.at);
  for (const { path } of builds.slice(KEPT_BUILDS)) {
    if (/^[0-9a-f]{20}$/.test(basename(path))) await rm(path, { recursive: true, force: true });
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
