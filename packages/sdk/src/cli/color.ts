import type { IO } from "./io.ts";

const CODES = { red: 31, green: 32, yellow: 33, dim: 2 } as const;
type Color = keyof typeof CODES;

/** Plain text unless a person at a terminal wants colours: https://no-color.org */
export function paint(io: IO, out: "stdout" | "stderr", color: Color | undefined, text: string): string {
  const wanted = io[out].isTTY && !io.env.NO_COLOR && io.env.TERM !== "dumb";
  return wanted && color ? `\u001b[${CODES[color]}m${text}\u001b[0m` : text;
}

const STATES: Record<string, Color> = { succeeded: "green", failed: "red", cancelled: "yellow", ready: "green" };

export const colorOf = (state: string): Color | undefined => STATES[state];
