import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./paths.ts";

/** The real command in a process of its own. */
export function atrium(args: string[], options: { env?: Record<string, string>; cwd?: string; input?: string } = {}) {
  const { ATRIUM_URL: _url, ATRIUM_API_KEY: _key, XDG_CONFIG_HOME: _config, ...outside } = process.env;
  const child = spawn(process.execPath, [join(ROOT, "packages/sdk/bin/atrium.mjs"), ...args], {
    cwd: options.cwd,
    env: { ...outside, ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(options.input ?? "");
  const collect = async (stream: NodeJS.ReadableStream) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  };
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  return Promise.all([code, collect(child.stdout), collect(child.stderr)]).then(([code, out, err]) => ({
    code,
    bytes: out,
    stdout: out.toString(),
    stderr: err.toString(),
  }));
}
