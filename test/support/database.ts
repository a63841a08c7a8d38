import { readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";

/** How to reach the database of a system behind the program's back, as an operator would. */
export function databaseOf(home: string): pg.ClientConfig {
  const { randoms } = JSON.parse(readFileSync(join(home, "host.json"), "utf8")) as { randoms: Record<string, string> };
  const [, , , port] = readFileSync(join(home, "postgres", "data", "postmaster.pid"), "utf8").split("\n");
  const password = randoms["{random:DatabasePassword}"] ?? "";
  return { host: "127.0.0.1", port: Number(port), user: "atrium", password, database: "atrium" };
}
