import { createSignal, onCleanup } from "solid-js";

export type Shortcut = {
  /** "mod+k", "?", "g p", "Shift+F": keys as KeyboardEvent.key names them, a space between keys of a sequence. */
  keys: string;
  label: string;
  group: string;
  run: (event: KeyboardEvent) => void;
  /** False keeps it out of the help. */
  listed?: boolean;
};

const SEQUENCE_MS = 1_200;

const [sets, setSets] = createSignal<Shortcut[][]>([]);
export const shortcuts = () => sets().flat();

/** Binds keys for as long as the calling component lives. A later binding wins over an earlier one. */
export function useShortcuts(list: Shortcut[]) {
  setSets((all) => [...all, list]);
  onCleanup(() => setSets((all) => all.filter((set) => set !== list)));
}

const MODIFIERS = new Set(["Shift", "Control", "Alt", "Meta"]);

/** How an event is written in a `keys` string. Shift is only said where the key itself does not change by it. */
export function keyOf(event: Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "shiftKey">): string {
  const mod = event.metaKey || event.ctrlKey ? "mod+" : "";
  const letter = event.key.length === 1;
  const shift = event.shiftKey && !(letter && !/[a-z]/i.test(event.key)) ? "Shift+" : "";
  return `${mod}${shift}${letter ? event.key.toLowerCase() : event.key}`;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !/^(checkbox|radio|button)$/.test((target as HTMLInputElement).type);

const isModalOpen = () => document.querySelector('[role="dialog"]') !== null;

export function listenForShortcuts() {
  let prefix = "";
  let prefixAt = 0;

  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || MODIFIERS.has(event.key)) return;
    const key = keyOf(event);
    const free = key.startsWith("mod+");
    if (!free && (isTyping(event.target) || isModalOpen())) return;
    const sequence = prefix && event.timeStamp - prefixAt < SEQUENCE_MS ? `${prefix} ${key}` : key;
    const all = shortcuts().reverse();
    const hit = all.find((item) => item.keys === sequence) ?? all.find((item) => item.keys === key);
    if (hit) {
      event.preventDefault();
      prefix = "";
      hit.run(event);
      return;
    }
    prefix = all.some((item) => item.keys.startsWith(`${key} `)) ? key : "";
    prefixAt = event.timeStamp;
  };

  document.addEventListener("keydown", onKey);
  onCleanup(() => document.removeEventListener("keydown", onKey));
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);
const SIGNS: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Shift: "⇧",
  Enter: "↵",
  Escape: "Esc",
  Backspace: "⌫",
};

/** "mod+k" → ["⌘", "K"] on a Mac, ["Ctrl", "K"] elsewhere; "g p" → ["G", "P"]. */
export function keySigns(keys: string): string[] {
  const signs: Record<string, string> = {
    ...SIGNS,
    mod: isMac() ? "⌘" : "Ctrl",
    alt: isMac() ? "⌥" : "Alt",
  };
  return keys.split(/[ +]/).map((key) => signs[key] ?? key.toUpperCase());
}

export const paletteKeys = () => keySigns("mod+k").join(isMac() ? "" : " ");
