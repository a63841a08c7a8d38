import { createHash } from "node:crypto";

/** An id that follows from what it stands for: the same file gives the same ids again. A UUID of version 8. */
export function derivedID(...parts: unknown[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Of things that are the same, which one it is: the first, the second, … */
export function counting(): (id: string) => number {
  const seen = new Map<string, number>();
  return (id) => {
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return before;
  };
}
