const MAX_NAME = 200;
/** What DuckDB calls the position of a row in a Parquet file. */
const RESERVED = ["file_row_number"];

export type NameFix = { name: string; note: string };

/** Names a table can have: none empty, no two alike (letters' case aside); each change is reported. */
export function fixNames(raw: readonly string[]): { names: string[]; fixes: NameFix[] } {
  const taken = new Set(RESERVED);
  const fixes: NameFix[] = [];
  const reserved = new Set(raw.map((name) => clean(name).toLowerCase()));
  const names = raw.map((given, index) => {
    const wanted = clean(given);
    const base = wanted || `column_${index + 1}`;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()) || (name !== wanted && reserved.has(name.toLowerCase())); n++)
      name = `${base}_${n}`;
    taken.add(name.toLowerCase());
    if (name !== given.trim()) fixes.push({ name, note: describe(given, name, wanted) });
    return name;
  });
  return { names, fixes };
}

const clean = (name: string) =>
  name
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, MAX_NAME);

function describe(given: string, name: string, wanted: string): string {
  if (!wanted) return `The header names nothing here, so the column is called ${name}.`;
  if (RESERVED.includes(wanted.toLowerCase()))
    return `“${wanted}” has a meaning of its own here, so the column is called ${name}.`;
  if (name !== wanted) return `The header has “${wanted}” more than once, so this one is called ${name}.`;
  return `The header's “${given.slice(0, 60)}” was tidied to ${name.slice(0, 60)}.`;
}
