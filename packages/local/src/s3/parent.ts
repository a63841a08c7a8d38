import { randomUUID } from "node:crypto";
import type { Notice, Post } from "./notices/outbox.ts";

/** What the object store and the host that started it say to each other. */
export type ToHost = { kind: "notice"; id: string; notice: Notice } | { kind: "call"; name: string };
export type ToStore = { taken: string; failure?: string };

const TAKEN_WITHIN_MS = 30_000;

export type Parent = { post: Post; called(name: string): void };

/** Speaks to the parent process; alone, there is nobody to tell, and notices wait. */
export function createParent(): Parent {
  const open = new Map<string, (answer: ToStore) => void>();
  process.on("message", (answer: ToStore) => open.get(answer.taken)?.(answer));
  const tell = (message: ToHost) => process.send?.(message);
  return {
    called: (name) => void tell({ kind: "call", name }),
    post(notice) {
      const id = randomUUID();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const timer = setTimeout(() => reject(new Error("The host did not take the notice in time")), TAKEN_WITHIN_MS);
      open.set(id, ({ failure }) => (failure === undefined ? resolve() : reject(new Error(failure))));
      tell({ kind: "notice", id, notice });
      return promise.finally(() => {
        clearTimeout(timer);
        open.delete(id);
      });
    },
  };
}
