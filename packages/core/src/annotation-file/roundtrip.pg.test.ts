import { beforeAll, expect, test } from "vitest";
import { createRandom, type Random } from "../../../../test/support/random.ts";
import { FULL } from "../../../../test/support/ring.ts";
import { createLocalizations, createStates } from "../annotation/create.ts";
import { createElementalID } from "../annotation/elemental.ts";
import { makeMedia } from "../annotation/testing.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { Layer } from "../layer/index.ts";
import { useObjects } from "../object/testing.ts";
import { useWorkflows } from "../workflow/testing.ts";
import { AnnotationFile } from "./index.ts";
import { bytesOf, makeReef, unpacked, worked } from "./testing.ts";

useDatabase();
useObjects();
useWorkflows();

let anna: Person;
let reef: Awaited<ReturnType<typeof makeReef>>;
let video: string;
let baseline: string;
beforeAll(async () => {
  anna = await createUser("Anna");
  reef = await anna.as(makeReef);
  [baseline = ""] = (await anna.as(() => Layer.list(reef.projectID))).map(({ id }) => id);
  video = await anna.as(() => makeMedia(reef.projectID, { name: 'Zwölf: "Boote".mov', frames: 40 }));
  for (let round = 0; round < (FULL ? 20 : 2); round++)
    await anna.as(() => scatter(createRandom(round), round % 2 === 0 ? video : reef.mediaID));
});

const TEXTS = [
  "Cod",
  "",
  " two  spaces ",
  'quote "x", comma',
  "line\nbreak",
  "<&>",
  "日本",
  "=1+1",
  "true",
  "12",
  "[1,2]",
];

/** Some of every shape, some of them in a track. */
async function scatter(random: Random, mediaID: string) {
  const { types } = reef;
  const attributes = () => ({
    Species: random.pick(TEXTS),
    ...(random.chance(0.5) ? { Count: random.integer(-5, 500) } : {}),
    ...(random.chance(0.5) ? { Size: random.next() * 1e3 } : {}),
    ...(random.chance(0.5) ? { Alive: random.chance(0.5) } : {}),
    ...(random.chance(0.3) ? { Place: [random.next() * 90, random.next() * 45] as [number, number] } : {}),
  });
  const at = () => random.next() * 0.5;
  const frame = () => random.integer(0, 39);
  const many = <T>(n: number, make: () => T) => Array.from({ length: n }, make);
  const made = await createLocalizations({
    mediaID,
    items: [
      ...many(30, () => ({
        ...{ typeId: types.box, frame: frame(), x: at(), y: at(), width: at(), height: at() },
        ...{ attributes: attributes(), key: random.chance(0.8) },
      })),
      ...many(10, () => ({
        ...{ typeId: types.polygon, frame: frame(), attributes: attributes() },
        points: many(random.integer(3, 9), (): [number, number] => [random.next(), random.next()]),
      })),
      ...many(5, () => ({ typeId: types.dot, frame: frame(), x: random.next(), y: random.next() })),
      ...many(5, () => ({ typeId: types.line, frame: frame(), x: at(), y: at(), u: at(), v: -0.0 })),
    ],
  });
  await createStates({
    mediaID,
    items: [
      { typeId: types.track, localizationIds: made.slice(0, 12).map(({ elementalId }) => elementalId) },
      { typeId: types.track, elementalId: createElementalID(), color: "#AA3355" },
      { typeId: types.frame, frame: frame(), attributes: attributes() },
      { typeId: types.media, mediaIds: [mediaID, mediaID === video ? reef.mediaID : video], attributes: attributes() },
    ],
  });
}

const run = async (begun: () => Promise<{ runID: string }>) => worked(anna, await anna.as(begun));
const exported = async (format: AnnotationFile.Format, layers?: string[]) => {
  const { outputs } = await run(() => AnnotationFile.beginExport({ projectId: reef.projectID, format, layers }));
  return { fileId: String(outputs?.fileId), count: outputs?.count };
};
const imported = (asked: object) =>
  run(() => AnnotationFile.beginImport(AnnotationFile.Import.parse({ projectId: reef.projectID, ...asked })));

/** What a file says, without what is said of who wrote it and when, and numbers to a billionth: pixels are rounded. */
async function saidBy(format: AnnotationFile.Format, fileId: string): Promise<string[]> {
  const bytes = await bytesOf(anna, fileId);
  const isText = format === "csv" || format === "ndjson" || format === "coco";
  const text = isText
    ? bytes.toString()
    : Object.entries(await unpacked(bytes))
        .flat()
        .join("\n");
  return text
    .replace(/"layer":"[^"]*"|,(Baseline|Again csv),/g, "")
    .replace(/"track_ids":\[[^\]]*\]|"(created|modified)_(at|by)":"[^"]*"/g, "")
    .replace(/usr_\w+,[^,]+,usr_\w+,[^,]+,/g, "")
    .replace(/-?\d+\.\d+(e-?\d+)?/g, (number) => (Math.round(Number(number) * 1e9) / 1e9 + 0).toString())
    .split("\n")
    .map((line) => line.replace(/,$/, ""))
    .sort();
}

test.each(AnnotationFile.Format.options)(
  "what %s carries is the same when it is written, read onto another layer and written again; read twice, nothing doubles",
  async (format) => {
    const first = await exported(format, [baseline]);
    const name = `Again ${format}`;
    const { outputs } = await imported({ format, fileId: first.fileId, newLayer: name });
    expect(outputs).toMatchObject({ problemCount: 0, cut: 0, left: 0 });
    const layerId = String(outputs?.layerId);
    const second = await exported(format, [layerId]);
    expect(second.count).toBe(first.count);
    const plain = (lines: string[]) =>
      format === "coco" ? cocoOf(lines.join("\n")) : format === "mot" ? motOf(lines) : lines;
    expect(plain(await saidBy(format, second.fileId))).toEqual(plain(await saidBy(format, first.fileId)));
    const again = await imported({ format, fileId: first.fileId, layerId });
    expect(again.outputs).toMatchObject({ created: 0, read: outputs?.read });
    expect((await exported(format, [layerId])).count).toBe(first.count);
  },
);

test.each(["csv", "yolo"] as const)("%s in a zip says what it says without, and is read like that", async (format) => {
  const asked = { projectId: reef.projectID, format, layers: [baseline], archive: "zip" as const };
  const { outputs } = await run(() => AnnotationFile.beginExport(asked));
  expect(outputs).toMatchObject({ name: "annotations.zip" });
  const name = `From a zip of ${format}`;
  const fileId = String(outputs?.fileId);
  const read = await imported({ format, fileId, newLayer: name });
  expect(read.outputs).toMatchObject({ problemCount: 0, left: 0, created: outputs?.count });
});

/** Numbers of images and tracks are given in the order of rows, which another layer has its own. */
const cocoOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/"(id|track_id)":\d+,?/g, ""))
    .sort();
const motOf = (lines: string[]): string[] => lines.map((line) => line.replace(/^(\d+),(\d+),/, "$1,track,")).sort();
