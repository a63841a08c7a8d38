import { existsSync } from "node:fs";
import { lstat, mkdir, readlink, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Of the system what programs need to start; user's programs come from here, and nothing in it is anybody's data. */
const SYSTEM = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];
const SETTINGS = ["/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/alternatives", "/etc/ssl/certs"];
const DEVICES = ["null", "zero", "full", "random", "urandom", "tty"];
const LINKS = { fd: "/proc/self/fd", stdin: "/proc/self/fd/0", stdout: "/proc/self/fd/1", stderr: "/proc/self/fd/2" };
const SMALL = "size=64m,nr_inodes=10000,mode=1777,nosuid,nodev";

/** Makes the folder that will be the sandbox's root. Answers what is to be mounted in it, in the order of an fstab. */
export async function layRoot(root: string, work: string, shown: Record<string, string>): Promise<string> {
  const mounts = [`${quoted(root)} ${quoted(root)} none rbind 0 0`];
  const mount = async (source: string, target: string, options: string) => {
    await place(source, join(root, target));
    mounts.push(`${quoted(source)} ${quoted(join(root, target))} none ${options} 0 0`);
  };
  for (const path of SYSTEM) await systemFolder(root, path, mount);
  for (const path of SETTINGS) if (existsSync(path)) await mount(path, path, "rbind,ro,nosuid,nodev");
  for (const device of DEVICES) await mount(`/dev/${device}`, `/dev/${device}`, "bind");
  for (const [name, target] of Object.entries(LINKS)) await symlink(target, join(root, "dev", name));
  for (const [target, source] of Object.entries(shown)) await mount(source, target, "rbind,ro,nosuid,nodev");
  await writeFile(
    join(root, "etc", "passwd"),
    "root:x:0:0:root:/work/tmp:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n",
  );
  await writeFile(join(root, "etc", "group"), "root:x:0:\nnogroup:x:65534:\n");
  await writeFile(join(root, "etc", "hosts"), "127.0.0.1 localhost sandbox\n");
  for (const folder of ["proc", "tmp", "dev/shm"]) await mkdir(join(root, folder), { recursive: true });
  for (const folder of ["tmp", "dev/shm"]) mounts.push(`tmpfs ${quoted(join(root, folder))} tmpfs ${SMALL} 0 0`);
  await mount(work, "/work", "bind,nosuid,nodev");
  mounts.push(`none ${quoted(root)} none remount,bind,ro,nosuid 0 0`);
  return `${mounts.join("\n")}\n`;
}

/** On most systems /bin and /lib are links into /usr. */
async function systemFolder(
  root: string,
  path: string,
  mount: (source: string, target: string, options: string) => Promise<void>,
): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isSymbolicLink()) await symlink(await readlink(path), join(root, path));
  else if (found) await mount(path, path, "rbind,ro,nosuid,nodev");
}

/** Something to mount upon. */
async function place(source: string, target: string): Promise<void> {
  const isFolder = (await stat(source)).isDirectory();
  await mkdir(isFolder ? target : dirname(target), { recursive: true });
  if (!isFolder && !existsSync(target)) await writeFile(target, "");
}

/** Blanks of a path, as fstab(5) writes them. */
const quoted = (path: string): string =>
  path.replace(/[\s\\#]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`);
