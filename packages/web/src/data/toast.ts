import { createStore } from "solid-js/store";
import { isAbort, isProblem, sentence } from "./problem.ts";

export type Toast = {
  id: number;
  tone: "ok" | "bad" | "plain";
  title: string;
  detail?: string;
  action?: { label: string; run: () => void };
  /** Until it is dismissed: for what is under way. */
  stays?: boolean;
};

const SHOWN_MS = 6_000;
const SHOWN_BAD_MS = 12_000;
let last = 0;

const [toasts, setToasts] = createStore<Toast[]>([]);

export { toasts };

export function dismiss(id: number) {
  setToasts((list) => list.filter((toast) => toast.id !== id));
}

export function toast(title: string, rest: Omit<Partial<Toast>, "id" | "title"> = {}): number {
  const id = ++last;
  setToasts((list) => [...list.slice(-3), { tone: "plain", ...rest, id, title }]);
  if (!rest.stays) setTimeout(() => dismiss(id), rest.tone === "bad" ? SHOWN_BAD_MS : SHOWN_MS);
  return id;
}

/** For the end of a promise chain that has no better place to say what went wrong. */
export function complain(title: string) {
  return (error: unknown) => {
    if (isAbort(error)) return;
    const id = isProblem(error) && error.requestId ? ` ${error.requestId}` : "";
    toast(title, { tone: "bad", detail: `${sentence(error)}${id}` });
  };
}
