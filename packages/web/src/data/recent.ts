import { remember } from "./remember.ts";
import type { Kind } from "./types.ts";

export type Recent = { id: string; kind: Kind; name: string; at: string };

const LIMIT = 8;
const [recent, write] = remember<Recent[]>("recent", []);

export { recent };

/** What this person opened last in this browser, newest first. */
export function noteOpened(entity: { id: string; kind: Kind; name: string }) {
  const { id, kind, name } = entity;
  write(
    [{ id, kind, name, at: new Date().toISOString() }, ...recent().filter((item) => item.id !== id)].slice(0, LIMIT),
  );
}

export const forgetOpened = (id: string) => write(recent().filter((item) => item.id !== id));
export const forgetRecent = () => write([]);
