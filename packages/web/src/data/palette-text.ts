import { value } from "@atrium/core/search-language";

export type Mode = "all" | "commands" | "tags" | "people";
const SIGNS: Record<string, Mode> = { ">": "commands", "#": "tags", "@": "people" };

/** What the first sign says is looked for, and the words behind it. */
export function modeOf(text: string): { mode: Mode; words: string } {
  const trimmed = text.trim();
  const mode = SIGNS[trimmed[0] ?? ""];
  return mode ? { mode, words: trimmed.slice(1).trim() } : { mode: "all", words: trimmed };
}

/** What to search for; empty where nothing is. */
export function searchOf(text: string): string {
  const { mode, words } = modeOf(text);
  if (words === "" || mode === "commands" || mode === "people") return "";
  return mode === "tags" ? `tag contains ${value(words)}` : words;
}

export const searchWithin = (projectId: string, search: string): string => `project = ${projectId} (${search})`;

type Named = { id: string; name: string };

/** The hit that the words name, those of the open project, then the rest; each once. */
export function grouped<T extends Named>(words: string, here: T[], everywhere: T[]): { group: string; hit: T }[] {
  const wanted = words.toLowerCase();
  const all = [...new Map([...here, ...everywhere].map((hit) => [hit.id, hit])).values()];
  const best =
    all.find((hit) => hit.name.toLowerCase() === wanted) ??
    all.find((hit) => hit.name.toLowerCase().startsWith(wanted));
  const isHere = new Set(here.map(({ id }) => id));
  const rest = all.filter((hit) => hit !== best);
  return [
    ...(best && wanted ? [{ group: "Best match", hit: best }] : []),
    ...rest.filter(({ id }) => isHere.has(id)).map((hit) => ({ group: "Here", hit })),
    ...rest
      .filter(({ id }) => !isHere.has(id))
      .map((hit) => ({ group: here.length > 0 ? "Everywhere" : "Found", hit })),
    ...(best && !wanted ? [{ group: "Found", hit: best }] : []),
  ];
}
