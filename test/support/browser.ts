/** A real browser from the npm registry: nothing of it needs to be installed on the machine. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { ROOT } from "./paths.ts";

const require = createRequire(import.meta.url);

/** Without a GPU, software raster of the GPU process is thirty times slower than plain software drawing. */
const FLAGS = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"];

/** For the program to print by, whose code runs as nobody. */
export async function printingBrowser(): Promise<string> {
  const executable = join(await unpacked(), "chromium");
  chmodSync(executable, 0o755);
  return executable;
}

export async function launchBrowser(): Promise<Browser> {
  const folder = await unpacked();
  const executablePath = join(folder, "chromium");
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, "fonts.conf") } as Record<string, string>;
  if (lacksLibraries(executablePath)) env.LD_LIBRARY_PATH = join(folder, "al2023", "lib");
  return chromium.launch({ executablePath, args: FLAGS, env, timeout: 60_000 });
}

/** Unpacks once per version, aside first: a half-written browser must never be found by the next run. */
async function unpacked(): Promise<string> {
  const bin = join(dirname(require.resolve("@sparticuz/chromium")), "..", "bin");
  const { version } = require(join(bin, "..", "package.json")) as { version: string };
  const folder = join(ROOT, ".build", `chromium-${version}-2`);
  if (existsSync(folder)) return folder;

  mkdirSync(join(ROOT, ".build"), { recursive: true });
  const aside = mkdtempSync(`${folder}-`);
  const before = process.env.TMPDIR;
  try {
    // The package unpacks into the folder for temporary files, which several users of a machine would share.
    process.env.TMPDIR = aside;
    const { inflate } = await import("@sparticuz/chromium");
    for (const archive of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"])
      await inflate(join(bin, archive));
    writeFileSync(join(aside, "fonts.conf"), fontConfiguration(folder));
    chmodSync(aside, 0o755);
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // Another run was quicker.
    if (!existsSync(folder)) throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  return folder;
}

function lacksLibraries(executable: string): boolean {
  const { status, stdout, stderr } = spawnSync(executable, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return status !== 0 && /shared libraries/.test(`${stdout}${stderr}`);
}

/** Its own fonts and no others: a page looks the same on every machine. The cache stays out of the user's home. */
const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
