import type { Readable } from "node:stream";
import type { Entry } from "./job.ts";

export const LONGEST_LINE = 2_000;
/** Of characters without an end of line, more than an entry shows; the rest of such a line is dropped. */
const LONGEST_PENDING = 64 * 1024;

/** Lines of a stream, as they come. A line that does not end is given in pieces. */
export async function eachLine(stream: Readable, take: (line: string) => void): Promise<void> {
  let pending = "";
  stream.setEncoding("utf8");
  for await (const piece of stream as AsyncIterable<string>) {
    const lines = (pending + piece).split(/\r\n|\n|\r/);
    pending = lines.pop() ?? "";
    for (const line of lines) take(line);
    if (pending.length < LONGEST_PENDING) continue;
    take(pending);
    pending = "";
  }
  if (pending !== "") take(pending);
}

/** What a program prints, as entries of the run's log, up to a limit. */
export function createConsole({
  write,
  most,
  exceeded,
}: {
  write(entry: Entry): void;
  most: number;
  exceeded(): void;
}) {
  let characters = 0;

  return (level: Entry["level"]) => (line: string) => {
    if (characters > most) return;
    characters += line.length + 1;
    if (characters > most) return exceeded();
    // The database keeps no NUL, and an empty line says something only to who reads the lines around it.
    const message = line.replaceAll("\0", "\uFFFD");
    write({
      level,
      message: message.length > LONGEST_LINE ? `${message.slice(0, LONGEST_LINE - 1)}…` : message || " ",
    });
  };
}
