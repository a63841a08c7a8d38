/** Dark enough for white letters at 4.5:1. */
const COLOURS = ["#7a4fb5", "#a03d70", "#1f7a68", "#b0482e", "#8a6410", "#2f63a8", "#566074", "#3d7a2f"];

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]?.slice(0, 2)];
  return words.length > 1
    ? letters
        .map((word) => word?.[0] ?? "")
        .join("")
        .toUpperCase()
    : (letters[0] ?? "").toUpperCase();
}

/** The same person has the same colour everywhere. */
export function personColour(key: string): string {
  let sum = 0;
  for (const letter of key) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return COLOURS[sum % COLOURS.length] ?? "#566074";
}
