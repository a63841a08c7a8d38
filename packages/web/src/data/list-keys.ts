import { createEffect, createSignal } from "solid-js";
import { useShortcuts } from "./shortcuts.ts";

type Options = { count: () => number; open: (index: number) => void; group?: string };

/** Moving through the rows of a list page by arrows or j and k, and opening by Enter. */
export function createListKeys(options: Options) {
  const [current, setCurrent] = createSignal(-1);
  const group = options.group ?? "List";

  createEffect(() => {
    if (current() >= options.count()) setCurrent(options.count() - 1);
  });

  const move = (step: number) => () => {
    if (options.count() === 0) return;
    const next = Math.min(options.count() - 1, Math.max(0, current() + step));
    setCurrent(next);
    document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const open = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    // Enter on a focused link or button is that control's own.
    if (/^(A|BUTTON)$/.test(target.tagName)) target.click();
    else if (current() >= 0) options.open(current());
  };

  useShortcuts([
    { keys: "ArrowDown", label: "Next row", group, run: move(1) },
    { keys: "ArrowUp", label: "Previous row", group, run: move(-1) },
    { keys: "j", label: "Next row", group, run: move(1), listed: false },
    { keys: "k", label: "Previous row", group, run: move(-1), listed: false },
    { keys: "Enter", label: "Open", group, run: open },
  ]);

  /** Spread on each row. */
  const row = (index: number) => ({
    "data-row": index,
    "data-current": current() === index ? "" : undefined,
    onClick: (event: MouseEvent) => {
      setCurrent(index);
      if ((event.target as HTMLElement).closest("a,button,input,label,[role=menuitem]")) return;
      options.open(index);
    },
  });

  return { current, setCurrent, row };
}
