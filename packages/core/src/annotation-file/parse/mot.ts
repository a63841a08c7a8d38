import { linesOf } from "./lines.ts";
import { baseOf, filesOf, folderOf, textOf } from "./packed.ts";
import { type Parsed, type ParsedDrawn, type Parser, problem } from "./parsed.ts";

const MIB = 1024 * 1024;
/** What the classes of MOT16, MOT17 and MOT20 are, where no file beside them says. */
const CLASSES = [
  ...["Pedestrian", "Person on vehicle", "Car", "Bicycle", "Motorbike", "Non motorized vehicle", "Static person"],
  ...["Distractor", "Occluder", "Occluder on the ground", "Occluder full", "Reflection"],
];

type Sequence = { unit: ParsedDrawn["unit"]; names: string[]; path: string | undefined };

/** MOTChallenge: `<sequence>/gt/gt.txt`, with `seqinfo.ini` and the classes' names beside it, or one such table alone. */
export const mot: Parser = async function* (open, name) {
  const about = new Map<string, Partial<Sequence>>();
  const add = (folder: string, what: Partial<Sequence>) => about.set(folder, { ...about.get(folder), ...what });
  for await (const file of filesOf(open, name, ".txt")) {
    const base = baseOf(file.name).toLowerCase();
    if (base === "seqinfo.ini") add(folderOf(file.name), { unit: sizeIn(await textOf(file, MIB)) });
    if (base === "labels.txt")
      add(sequenceOf(file.name), { names: (await textOf(file, MIB)).split(/\r?\n/).filter((one) => one !== "") });
  }
  for await (const file of filesOf(open, name, ".txt")) {
    const base = baseOf(file.name).toLowerCase();
    if (!base.endsWith(".txt") || base === "labels.txt" || base === "det.txt") continue;
    const folder = sequenceOf(file.name);
    const { unit = "media", names = CLASSES } = about.get(folder) ?? {};
    const sequence = { unit, names, path: folder === "" ? undefined : baseOf(folder) };
    for await (const { number, text } of linesOf(file.content()))
      if (text.trim() !== "") yield lineOf(text, `${file.name} line ${number}`, sequence, folder);
  }
};

const sequenceOf = (path: string): string => {
  const folder = folderOf(path);
  return baseOf(folder).toLowerCase() === "gt" ? folderOf(folder) : folder;
};

function sizeIn(ini: string): ParsedDrawn["unit"] {
  const of = (key: string) => Number(new RegExp(`^${key}\\s*=\\s*(\\d+)`, "im").exec(ini)?.[1]);
  const [width, height] = [of("imWidth"), of("imHeight")];
  return width > 0 && height > 0 ? { width, height } : "media";
}

function lineOf(text: string, at: string, { unit, names, path }: Sequence, folder: string): Parsed {
  const cells = text
    .trim()
    .split(/\s*,\s*/)
    .map(Number);
  const [frame = 0, track = -1, left = 0, top = 0, width = 0, height = 0, , number = 1, visibility] = cells;
  if (cells.length < 6 || cells.some((cell) => !Number.isFinite(cell)))
    return problem(at, "At least six numbers are wanted");
  if (!Number.isInteger(frame) || frame < 1) return problem(at, "Frames count from 1");
  const className = number === -1 ? CLASSES[0] : names[number - 1];
  if (className === undefined) return problem(at, `Class ${number} has no name`);
  return {
    ...{ kind: "drawn", at, className, media: { path }, frame: frame - 1, unit, attributes: {} },
    drawings: [{ shape: "box", parts: [{ x: left - 1, y: top - 1, width, height }] }],
    hints: visibility === undefined ? {} : { visibility },
    tracks: track === -1 ? [] : [`${folder}#${track}`],
  };
}
