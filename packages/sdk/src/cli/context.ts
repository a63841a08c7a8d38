import type { Atrium } from "../client.ts";
import type { IO } from "./io.ts";

/** What a command gets besides its own arguments. */
export type Context = {
  io: IO;
  json: boolean;
  quiet: boolean;
  signal: AbortSignal;
  connect(): Promise<Atrium>;
};
