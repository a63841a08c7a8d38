import { createSignal } from "solid-js";
import type { IconName } from "../ui/icons.ts";

export const [paletteOpen, setPaletteOpen] = createSignal(false);
export const [helpOpen, setHelpOpen] = createSignal(false);
export const [newProjectOpen, setNewProjectOpen] = createSignal(false);
/** The project that a new one is to lie in; without one it stands at the top. */
export const [newProjectIn, setNewProjectIn] = createSignal<{ id: string; name: string }>();

export type Command = { id: string; label: string; icon: IconName; keys?: string; run: () => void };

/** Commands whose words all begin somewhere in the label, in the order given. */
export function matchCommands(commands: Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter((command) => words.every((word) => ` ${command.label.toLowerCase()}`.includes(` ${word}`)));
}

/** Splits a label around the first place where the text occurs, to mark it. */
export function marked(label: string, text: string): [string, string, string] {
  const at = text ? label.toLowerCase().indexOf(text.toLowerCase()) : -1;
  return at < 0
    ? [label, "", ""]
    : [label.slice(0, at), label.slice(at, at + text.length), label.slice(at + text.length)];
}
