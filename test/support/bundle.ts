import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Bytes of a function's code: its entry, and every piece that it or one of them imports at once or when needed. */
export function bytesOfBundle(entry: string): number {
  const texts = new Map<string, string>();
  const visit = (path: string) => {
    if (texts.has(path)) return;
    const text = readFileSync(path, "utf8");
    texts.set(path, text);
    for (const [, piece = ""] of text.matchAll(/["'](\.{1,2}\/[\w./-]+\.mjs)["']/g)) visit(join(dirname(path), piece));
  };
  visit(entry);
  return [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
