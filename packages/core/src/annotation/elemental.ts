import { randomUUID } from "node:crypto";

/** A UUID of version 7: those made one after the other stand side by side in an index. */
export function createElementalID(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
