/** A name as lists of names in an address take it: in double quotes where a comma, a quote, a minus or space is part of it. */
export const quoteName = (name: string) => (/[",]|^[-\s]|\s$|^$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);

export const joinNames = (names: string[]) => names.map(quoteName).join(",");

/** Names separated by commas, each with whether a minus stands before it; what cannot be read ends the list. */
export function splitNames(text: string): { name: string; minus: boolean }[] {
  const pattern = /(-?)(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/gy;
  const names: { name: string; minus: boolean }[] = [];
  while (text !== "") {
    const found = pattern.exec(text);
    if (!found) return names;
    const [, minus, quoted, bare, end] = found;
    names.push({ name: quoted?.replaceAll('""', '"') ?? bare ?? "", minus: minus === "-" });
    if (end === "") return names;
  }
  return names;
}
