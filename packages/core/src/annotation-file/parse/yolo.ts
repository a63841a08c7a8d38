import { linesOf } from "./lines.ts";
import { baseOf, filesOf, textOf } from "./packed.ts";
import { type Drawing, type Parsed, type Parser, problem } from "./parsed.ts";

const MIB = 1024 * 1024;
const NAMES = new Set(["classes.txt", "obj.names", "labels.txt"]);

/** YOLO's labels, of boxes or of outlines: a text for every picture, and the classes' names in one beside them. */
export const yolo: Parser = async function* (open, name) {
  const names = new Map<number, string>();
  for await (const file of filesOf(open, name, ".txt")) {
    const base = baseOf(file.name).toLowerCase();
    if (base.endsWith(".yaml") || base.endsWith(".yml"))
      for (const [number, called] of namesIn(await textOf(file, MIB))) names.set(number, called);
    else if (NAMES.has(base) && names.size === 0)
      for (const [i, called] of (await textOf(file, MIB)).split(/\r?\n/).entries())
        if (called.trim()) names.set(i, called.trim());
  }
  for await (const file of filesOf(open, name, ".txt")) {
    const base = baseOf(file.name).toLowerCase();
    if (!base.endsWith(".txt") || NAMES.has(base) || base.startsWith("._") || base === "train.txt") continue;
    for await (const { number, text } of linesOf(file.content()))
      if (text.trim() !== "")
        yield lineOf(text, `${file.name} line ${number}`, file.name.slice(0, -".txt".length), names);
  }
};

function lineOf(text: string, at: string, path: string, names: Map<number, string>): Parsed {
  const [number = Number.NaN, ...parts] = text.trim().split(/\s+/).map(Number);
  if (!Number.isInteger(number) || parts.some((part) => !Number.isFinite(part)))
    return problem(at, "Numbers are wanted");
  const className = names.size === 0 ? String(number) : names.get(number);
  if (className === undefined) return problem(at, `Class ${number} has no name`);
  const drawing = drawingOf(parts);
  if (!drawing)
    return problem(at, "Is neither a box (class x y width height) nor an outline (class x1 y1 x2 y2 x3 y3 …)");
  return { kind: "drawn", at, className, media: { path }, drawings: [drawing], attributes: {}, tracks: [] };
}

/** Four numbers, and a fifth that says how sure somebody was, are a box about its middle. */
function drawingOf(parts: number[]): Drawing | undefined {
  const [x = 0, y = 0, width = 0, height = 0] = parts;
  if (parts.length === 4 || parts.length === 5)
    return { shape: "box", parts: [{ x: x - width / 2, y: y - height / 2, width, height }] };
  if (parts.length < 6 || parts.length % 2 === 1) return undefined;
  const points = Array.from({ length: parts.length / 2 }, (_, i): [number, number] => [
    parts[2 * i] ?? 0,
    parts[2 * i + 1] ?? 0,
  ]);
  return { shape: "polygon", parts: [{ points }] };
}

/** `names` of a data.yaml: a list or a map, in one line or in several. */
function namesIn(yaml: string): [number, string][] {
  const lines = yaml.split(/\r?\n/).map((line) => line.replace(/\s#.*$/, ""));
  const start = lines.findIndex((line) => /^names\s*:/.test(line));
  if (start === -1) return [];
  const inline = (lines[start] ?? "").replace(/^names\s*:/, "").trim();
  if (inline !== "")
    return inline
      .replace(/^[[{]|[\]}]$/g, "")
      .split(",")
      .map((text, i) => entryOf(text, i));
  const entries: [number, string][] = [];
  for (const line of lines.slice(start + 1)) {
    if (line.trim() === "") continue;
    if (!/^(\s|-)/.test(line)) break;
    entries.push(entryOf(line.trim().replace(/^-\s*/, ""), entries.length));
  }
  return entries;
}

function entryOf(text: string, i: number): [number, string] {
  const [, number, name = ""] = /^\s*(?:(\d+)\s*:)?\s*(.*?)\s*$/.exec(text) ?? [];
  return [number === undefined ? i : Number(number), unquoted(name)];
}

function unquoted(text: string): string {
  if (/^'.*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (!/^".*"$/.test(text)) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
