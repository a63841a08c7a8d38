import type { Parameter } from "../signature/schema.ts";
import type { Work } from "./outcome.ts";

/** What an output is called: as its caption says, or after the function that made it. */
export const nameOf = ({ functionName }: Work, { name, options }: Parameter): string =>
  (options.caption ?? `${functionName} ${name}`).slice(0, 255).trim() || name;
