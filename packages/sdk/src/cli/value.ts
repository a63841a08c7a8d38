/** JSON where it is JSON, else the text itself, so that names need no quotes. Integers too long for a double stay text. */
export function parseValue(text: string): unknown {
  const trimmed = text.trim();
  if (/^-?\d+$/.test(trimmed) && !Number.isSafeInteger(Number(trimmed))) return trimmed;
  try {
    return JSON.parse(trimmed);
  } catch {
    return trimmed;
  }
}
