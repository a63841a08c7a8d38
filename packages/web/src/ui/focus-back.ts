import { createComputed, on } from "solid-js";

/** For what opens without a trigger of its own: whoever had the focus has it again when it closes, or else the page. */
export function createFocusBack(open: () => boolean): (event: Event) => void {
  let before: Element | null = null;
  createComputed(
    on(open, (isOpen) => {
      if (isOpen) before = document.activeElement;
    }),
  );
  return (event) => {
    event.preventDefault();
    const to = before?.isConnected && before !== document.body ? before : document.getElementById("main");
    if (to instanceof HTMLElement) to.focus();
  };
}
