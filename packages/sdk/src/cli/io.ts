import type { Readable, Writable } from "node:stream";

type Output = Writable & { isTTY?: boolean; columns?: number };

/** What the command line touches of its process, so that a test can stand in for it. */
export type IO = {
  stdin: Readable & { isTTY?: boolean };
  stdout: Output;
  stderr: Output;
  env: Record<string, string | undefined>;
  cwd(): string;
  on(event: "SIGINT", listener: () => void): unknown;
  off(event: "SIGINT", listener: () => void): unknown;
};

export function say(io: IO, text: string) {
  io.stderr.write(`${text}
`);
}

export function print(io: IO, text: string) {
  io.stdout.write(`${text}
`);
}

export const printJSON = (io: IO, value: unknown) => print(io, JSON.stringify(value, null, 2));

/** Columns as wide as their widest value; what does not fit the terminal is cut, never wrapped. */
export function formatRows(
  rows: string[][],
  options: { width?: number; widest?: number; right?: boolean[] } = {},
): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.min(options.widest ?? 40, Math.max(...rows.map((row) => (row[column] ?? "").length))),
  );
  const cell = (value: string, column: number) => {
    const width = widths[column] ?? 0;
    const text = value.length > width ? `${value.slice(0, width - 1)}…` : value;
    return options.right?.[column] ? text.padStart(width) : text.padEnd(width);
  };
  const line = (row: string[]) => row.map(cell).join("  ").trimEnd();
  return rows.map((row) => (options.width ? line(row).slice(0, options.width) : line(row))).join("\n");
}
