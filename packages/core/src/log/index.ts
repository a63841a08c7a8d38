import { createContext } from "../context/index.ts";

type Level = "debug" | "info" | "warn" | "error";
export type Fields = Record<string, unknown>;

/** Fields every line below carries: request id, run id, actor. */
const fields = createContext<Fields>("log fields");

export const withLogFields = <T>(extra: Fields, run: () => T): T => fields.provide({ ...fields.peek(), ...extra }, run);

/** One JSON object a line on standard output, as CloudWatch reads it. */
function write(level: Level, message: string, extra: Fields = {}): void {
  const line = { at: new Date().toISOString(), level, message, ...fields.peek(), ...extra };
  process.stdout.write(`${JSON.stringify(line, (_, value) => (value instanceof Error ? describe(value) : value))}\n`);
}

function describe(error: Error): Fields {
  const cause = error.cause === undefined ? {} : { cause: error.cause };
  return { name: error.name, message: error.message, stack: error.stack, ...cause };
}

export const log = {
  debug: (message: string, extra?: Fields) => write("debug", message, extra),
  info: (message: string, extra?: Fields) => write("info", message, extra),
  warn: (message: string, extra?: Fields) => write("warn", message, extra),
  error: (message: string, extra?: Fields) => write("error", message, extra),
};
