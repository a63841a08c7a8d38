import { fileURLToPath } from "node:url";

export type HostOptions = {
  /** The project: sources, graph and installed packages. */
  root: string;
  /** Everything durable. */
  home: string;
  host: string;
  /** 0 is any free port. */
  port: number;
  /** Take the next free port when this one is taken. */
  mayMove: boolean;
  sample: boolean;
};

const DEFAULT_PORT = 3000;
const LARGEST_PORT = 65_535;

/** Reads what `npm start` was told; throws a sentence for a person. */
export function optionsFrom(args: string[], env: Record<string, string | undefined>): HostOptions {
  const unknown = args.filter((arg) => arg !== "--empty");
  if (unknown.length > 0)
    throw new Error(`Unknown option ${unknown.join(" ")}. The only one is --empty: start without the sample project.`);
  return {
    root: fileURLToPath(new URL("../../../..", import.meta.url)),
    home: env.ATRIUM_HOME || fileURLToPath(new URL("../../../../.atrium", import.meta.url)),
    host: env.HOST || "127.0.0.1",
    port: env.PORT ? portFrom(env.PORT) : DEFAULT_PORT,
    mayMove: !env.PORT,
    sample: !args.includes("--empty"),
  };
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= LARGEST_PORT) return port;
  throw new Error(`PORT is "${text}"; it must be a number from 0 to ${LARGEST_PORT}.`);
}
