/** Runs what a document shows, where its reader would type it. */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./paths.ts";
import type { Target } from "./provided.ts";

/** The code blocks of one language, in their order. */
export function blocksOf(document: string, language: string): string[] {
  const text = readFileSync(join(ROOT, document), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, block = ""]) =>
    block.trim(),
  );
}

/** The folder in which a reader types: a clone after `npm start`. */
export function layOut(folder: string, target: Target) {
  mkdirSync(join(folder, ".atrium"));
  writeFileSync(join(folder, ".atrium", "credentials.json"), JSON.stringify(target), { mode: 0o600 });
  for (const name of ["node_modules", "packages"]) symlinkSync(join(ROOT, name), join(folder, name));
  writeFileSync(join(folder, "package.json"), readFileSync(join(ROOT, "package.json")));
}

type Result = { code: number | null; output: string };

/** In the reader's folder, with the reader's own credentials only; `bin` comes first on the path. */
export function inFolder(folder: string, command: string, args: string[], bin: string[] = []): Promise<Result> {
  const { ATRIUM_URL: _url, ATRIUM_API_KEY: _key, ...env } = process.env;
  const path = [...bin, dirname(process.execPath), process.env.PATH].join(":");
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...env, XDG_CONFIG_HOME: folder, PATH: path, PYTHONDONTWRITEBYTECODE: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

export const bash = (folder: string, commands: string[], bin?: string[]) =>
  inFolder(folder, "bash", ["-c", `set -euo pipefail\n${commands.join("\n\n")}\necho "reached the end"`], bin);
