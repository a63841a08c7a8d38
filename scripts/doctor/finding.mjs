import { spawnSync } from "node:child_process";

const LIMIT_MS = 20_000;

/** It is there and works. */
export const fine = (name, detail) => ({ name, state: "ok", detail });

/** It is not there, or does not work. `needed`: without it `npm start` or `npm test` cannot work. */
export const missing = (name, detail, { disables, remedy, needed = false }) => ({
  name,
  state: needed ? "broken" : "missing",
  detail,
  disables,
  remedy,
});

/** Runs a program and answers what it printed, or why it could not; never throws and never hangs. */
export function attempt(command, args, { env } = {}) {
  const options = { encoding: "utf8", timeout: LIMIT_MS, env: { ...process.env, ...env } };
  const { status, error, stdout = "", stderr = "" } = spawnSync(command, args, options);
  const said = `${stdout}${stderr}`.trim();
  if (error) return { ok: false, absent: error.code === "ENOENT", said: error.message };
  return { ok: status === 0, absent: false, said };
}

export const firstLine = (text) => text.split("\n", 1)[0] ?? "";
export const lastLine = (text) => text.trimEnd().split("\n").at(-1) ?? "";
