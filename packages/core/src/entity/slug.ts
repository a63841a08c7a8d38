/** `Flüge 2024 (neu)` → `fluge-2024-neu`: for people to read in a URL; nothing is looked up by it. */
export const slugOf = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100) || "untitled";
