import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { Access } from "../access/index.ts";
import { removeMany } from "../annotation/edit.ts";
import { list } from "../annotation/list.ts";
import type { Localization, State } from "../annotation/schema.ts";
import { makeMedia } from "../annotation/testing.ts";
import { AnnotationType } from "../annotation-type/index.ts";
import { query } from "../database/index.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { useObjects } from "../object/testing.ts";
import { Project } from "../project/index.ts";
import { Run } from "../run/index.ts";
import { useWorkflows } from "../workflow/testing.ts";
import { AnnotationFile } from "./index.ts";
import { makeFile, packed, worked } from "./testing.ts";

useDatabase();
useObjects();
useWorkflows();

let anna: Person;
let projectID: string;
beforeAll(async () => {
  anna = await createUser("Anna");
  projectID = await anna.as(() => Project.create({ name: "Published" }));
});

type Asked = Partial<AnnotationFile.Import> & { format: AnnotationFile.Format };
const begun = async (name: string, content: string | Buffer, asked: Asked, person = anna) => {
  const fileId = await anna.as(() => makeFile(projectID, name, content));
  const input = AnnotationFile.Import.parse({ projectId: projectID, fileId, ...asked });
  return person.as(() => AnnotationFile.beginImport(input));
};
const take = async (name: string, content: string | Buffer, asked: Asked) =>
  (await worked(anna, await begun(name, content, asked))).outputs;
const refused = async (name: string, content: string | Buffer, asked: Asked): Promise<string> => {
  const run = await begun(name, content, asked);
  return worked(anna, run).then(
    () => "taken",
    (error) => `${error.code}: ${error.message}`,
  );
};
const picture = (name: string, width: number, height: number) =>
  anna.as(async () => {
    const id = await makeMedia(projectID, { name, frames: 1 });
    await query((db) => db.updateTable("media").set({ dtype: "image", width, height }).where("id", "=", id).execute());
    return id;
  });
const video = (name: string, width: number, height: number, frames: number) =>
  anna.as(async () => {
    const id = await makeMedia(projectID, { name, frames });
    await query((db) => db.updateTable("media").set({ width, height }).where("id", "=", id).execute());
    return id;
  });
const drawnOn = (mediaID: string) =>
  anna.as(
    async () => (await list({ kind: "localization", mediaID, sort: "frame", limit: 1_000 })).items as Localization[],
  );
const saidOf = (mediaID: string) =>
  anna.as(async () => (await list({ kind: "state", mediaID, limit: 1_000 })).items as State[]);

describe("what others published", () => {
  test("COCO: an outline, a mask of runs with its box, and keypoints of a body, with types made of its categories", async () => {
    const id = await picture("000000397133.jpg", 640, 427);
    const coco = {
      info: { description: "COCO 2017 Dataset", url: "http://cocodataset.org", version: "1.0", year: 2017 },
      licenses: [{ url: "http://creativecommons.org/licenses/by-nc-sa/2.0/", id: 1, name: "Attribution" }],
      images: [
        { license: 4, file_name: "000000397133.jpg", height: 427, width: 640, date_captured: "2013-11-14", id: 397133 },
      ],
      annotations: [
        {
          segmentation: [[510.66, 423.01, 511.72, 420.03, 510.45, 416.0, 510.34, 413.02, 510.77, 410.26]],
          ...{
            area: 702.1,
            iscrowd: 0,
            image_id: 397133,
            bbox: [473.07, 395.93, 38.65, 28.67],
            category_id: 18,
            id: 1768,
          },
        },
        {
          segmentation: { counts: [179, 27, 392, 41], size: [427, 640] },
          ...{ area: 220834, iscrowd: 1, image_id: 397133, bbox: [0, 34, 639, 388], category_id: 1, id: 900100259690 },
        },
        {
          ...{ segmentation: [], num_keypoints: 1, iscrowd: 0, image_id: 397133, category_id: 1, id: 2 },
          ...{ keypoints: [433, 94, 2, ...Array(48).fill(0)], bbox: [388.66, 69.92, 109.41, 277.62] },
        },
      ],
      categories: [
        { supercategory: "animal", id: 18, name: "dog" },
        { supercategory: "person", id: 1, name: "person", keypoints: ["nose", "left_eye"], skeleton: [[1, 2]] },
      ],
    };
    const outputs = await take("instances.json", JSON.stringify(coco, null, 1), { format: "coco", createTypes: true });
    expect(outputs).toMatchObject({ read: 3, created: 3, kept: 0, problemCount: 0 });
    const [outline, mask, body] = await drawnOn(id);
    expect(outline?.points?.[0]).toEqual([510.66 / 640, 423.01 / 427]);
    expect(mask).toMatchObject({ x: 0, y: 34 / 427, width: 639 / 640 });
    expect(body).toMatchObject({ x: 388.66 / 640, frame: 0 });
    const types = await anna.as(() => AnnotationType.list(projectID));
    expect(types.map(({ name, shape }) => `${name} ${shape}`)).toEqual(["dog polygon", "person box"]);
  });

  test("MOT17: tracks over frames, what reaches past the picture is cut, visibility where a type has it", async () => {
    const id = await video("MOT17-02-DPM.mp4", 1920, 1080, 600);
    const attributes = [{ name: "visibility", dtype: "float" }];
    const type = AnnotationType.Definition.parse({ name: "Pedestrian", shape: "box", attributes });
    await anna.as(() => AnnotationType.create({ projectID, type }));
    const gt =
      "1,1,912,484,97,109,0,7,1\n2,1,912,484,97,109,0,7,1\n1,2,1338,418,167,379,1,1,0.86\n3,2,1871,418,167,379,1,1,1\n";
    const seqinfo =
      "[Sequence]\nname=MOT17-02-DPM\nimDir=img1\nframeRate=30\nseqLength=600\nimWidth=1920\nimHeight=1080\nimExt=.jpg\n";
    const archive = gzipSync(await packed({ "MOT17-02-DPM/gt/gt.txt": gt, "MOT17-02-DPM/seqinfo.ini": seqinfo }));
    const outputs = await take("MOT17.tar.gz", archive, { format: "mot", createTypes: true });
    expect(outputs).toMatchObject({ read: 4, created: 6, tracks: 2, cut: 1, problemCount: 0 });
    const drawn = await drawnOn(id);
    expect(drawn).toMatchObject([
      { frame: 0, x: 911 / 1920, y: 483 / 1080, width: 97 / 1920 },
      { frame: 0, attributes: { visibility: 0.86 } },
      { frame: 1 },
      { frame: 2, x: 1870 / 1920, width: expect.closeTo(50 / 1920, 9) },
    ]);
    const said = await saidOf(id);
    expect(said.map(({ segments }) => segments)).toEqual(
      expect.arrayContaining([
        [[0, 1]],
        [
          [0, 0],
          [2, 2],
        ],
      ]),
    );
  });

  test("Pascal VOC 2007 and the labels of YOLO find their pictures by name", async () => {
    const [plane, bus] = [await picture("000032.jpg", 500, 281), await picture("bus.jpg", 810, 1080)];
    const object = (name: string, [xmin, ymin, xmax, ymax]: number[]) =>
      `<object><name>${name}</name><pose>Frontal</pose><truncated>0</truncated><difficult>0</difficult><bndbox><xmin>${xmin}</xmin><ymin>${ymin}</ymin><xmax>${xmax}</xmax><ymax>${ymax}</ymax></bndbox></object>`;
    const xml = `<annotation>
	<folder>VOC2007</folder>
	<filename>000032.jpg</filename>
	<source><database>The VOC2007 Database</database><annotation>PASCAL VOC2007</annotation></source>
	<owner><flickrid>?</flickrid><name>Sue &amp; &#74;oe</name></owner>
	<size><width>500</width><height>281</height><depth>3</depth></size>
	<segmented>1</segmented>
	${object("aeroplane", [104, 78, 375, 183])}${object("aeroplane", [133, 88, 197, 123])}${object("person", [195, 180, 213, 229])}
</annotation>`;
    expect(await take("000032.xml", xml, { format: "voc", createTypes: true })).toMatchObject({ created: 3 });
    expect(await drawnOn(plane)).toMatchObject([{ x: 104 / 500, width: 271 / 500 }, {}, { y: 180 / 281 }]);
    const labels = await packed({
      "dataset/data.yaml": "train: images/train  # 128 images\nnc: 2\nnames: ['person', \"bus\"]\n",
      "dataset/labels/bus.txt": "1 0.5 0.5 1 0.5\n0 0.25 0.5 0.1 0.4 0.91\n",
    });
    expect(await take("coco8.tar", labels, { format: "yolo", createTypes: true })).toMatchObject({ created: 2 });
    expect(await drawnOn(bus)).toMatchObject([{ x: 0, y: 0.25, width: 1 }, { width: 0.1 }]);
  });
});

describe("what is wrong", () => {
  const line = (more: object) =>
    JSON.stringify({ type: "Net", shape: "box", media: "net.mp4", frame: 0, x: 0, y: 0, width: 1, height: 1, ...more });

  test("is told with its place; nothing is taken, or what is right where that is asked for", async () => {
    const id = await video("net.mp4", 640, 360, 10);
    await anna.as(() =>
      AnnotationType.create({ projectID, type: AnnotationType.Definition.parse({ name: "Net", shape: "box" }) }),
    );
    const wrong = [
      line({}),
      line({ frame: 10 }),
      "{",
      line({ type: "Rope" }),
      line({ attributes: { Depth: 3 } }),
      line({ media: "gone.mp4" }),
      line({ x: 2 }),
      line({ elemental_id: "7" }),
      line({ x: 1e308, width: 1e308 }),
    ].join("\n");
    const message = await refused("net.ndjson", wrong, { format: "ndjson" });
    expect(message).toContain("annotation_file.problems: 8 of ");
    for (const told of [
      'line 2: "net.mp4" has 10 frames, from 0',
      "line 3: Is no JSON",
      'line 4: There is no type called "Rope" that is drawn as box',
      "line 5: attributes/Depth: There is no such attribute here",
      'line 6: There is no media called "gone.mp4" here that you can see',
      "line 7: Lies outside the picture",
      "line 8: elemental_id: elemental_id is no UUID",
      "line 9: Lies outside the picture",
    ])
      expect(message).toContain(told);
    expect(await drawnOn(id)).toEqual([]);
    const kept = await take("net.ndjson", wrong, { format: "ndjson", keepGood: true, newLayer: "Kept" });
    expect(kept).toMatchObject({
      created: 1,
      problemCount: 8,
      problems: expect.arrayContaining([{ at: "line 3", message: "Is no JSON" }]),
    });
    expect(await take("net.ndjson", line({}), { format: "ndjson", classes: { Net: null } })).toMatchObject({
      created: 0,
      left: 1,
    });
  });

  test.each<[string, string, string | (() => Promise<Buffer>), Asked]>([
    [
      "a bomb of entities",
      "No",
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><annotation>&b;</annotation>`,
      { format: "voc" },
    ],
    ["XML that never ends", "well-formed", "<annotation><object><name>x</name>", { format: "voc" }],
    [
      "NaN",
      "Is no JSON",
      '{"categories":[{"id":1,"name":"a"}],"images":[],"annotations":[{"image_id":1,"category_id":1,"bbox":[NaN,0,1,1]}]}',
      { format: "coco" },
    ],
    ["numbers past all bounds", "Numbers are wanted", "0 1e999 0.5 0.5 0.5\n", { format: "yolo" }],
    [
      "a size that is not the media's",
      "The picture is 100 × 100",
      `{"categories":[{"id":1,"name":"Net"}],"images":[{"id":1,"file_name":"net.mp4/000001.jpg","width":100,"height":100}],"annotations":[{"image_id":1,"category_id":1,"bbox":[0,0,1,1]}]}`,
      { format: "coco" },
    ],
    [
      "names that lead outside",
      "There is no media called",
      () => packed({ "../../../etc/passwd.txt": "0 0.5 0.5 0.1 0.1\n" }),
      { format: "yolo" },
    ],
    [
      "an archive cut off",
      "ends in the middle",
      async () => (await packed({ "a/net.txt": "0 0.5 0.5 0.1 0.1\n".repeat(99) })).subarray(0, 900),
      { format: "yolo" },
    ],
    ["no archive", "not", () => Promise.resolve(Buffer.alloc(2_000, "x")), { format: "coco" }],
    [
      "a damaged zip",
      "The zip archive is damaged",
      () => Promise.resolve(Buffer.from("PK\u0003\u0004rest")),
      { format: "mot" },
    ],
    [
      "gzip that is damaged",
      "damaged",
      () => Promise.resolve(gzipSync("x".repeat(9_999)).subarray(0, 20)),
      { format: "csv" },
    ],
    ["a text that never ends", "does not end", 'type,shape\nNet,"box\n', { format: "csv" }],
  ])("%s is refused", async (_, told, content, asked) => {
    const message = await refused("hostile", typeof content === "string" ? content : await content(), asked);
    expect(message).toMatch(/^annotation_file\.(broken|problems): /);
    expect(message).toContain(told === "No" ? "Declarations are not read" : told);
  });

  test("whoever may not edit the media or the layer writes nothing", async () => {
    const [viewer, stranger] = [await createUser("Vera"), await createUser("Sten")];
    await anna.as(() => Access.give({ entityID: projectID, grant: { email: viewer.email, bundle: "viewer" } }));
    const codeOf = (person: Person, asked: Asked) =>
      begun("x.csv", "type,shape\n", asked, person).catch((error) => error.code);
    expect(await codeOf(viewer, { format: "csv" })).toBe("access.denied");
    expect(await codeOf(stranger, { format: "csv" })).toBe("project.not_found");
    expect(await codeOf(anna, { format: "csv", layerId: "lay_0", newLayer: "x" })).toBe("annotation_file.two_layers");
    expect(await codeOf(anna, { format: "csv", layerId: "lay_0" })).toBe("annotation.invalid");
    expect(await codeOf(anna, { format: "csv", mediaId: "med_0" })).toBe("annotation_file.not_there");
  });

  test("what was deleted comes back by the same file, and a run that failed says what in its log", async () => {
    const text = line({ frame: 5 });
    const first = await take("back.ndjson", text, { format: "ndjson", newLayer: "Back" });
    const onLayer = { format: "ndjson" as const, layerId: String(first?.layerId) };
    expect(await take("back.ndjson", text, onLayer)).toMatchObject({ created: 0, kept: 1 });
    await anna.as(() => removeMany({ kind: "localization", projectID, layers: [onLayer.layerId], count: 1 }));
    expect(await take("back.ndjson", text, onLayer)).toMatchObject({ created: 1, kept: 0 });
    const { runID } = await begun("wrong.ndjson", "{\n", { format: "ndjson" });
    await worked(anna, { runID }).catch(() => undefined);
    const logs = await anna.as(() => Run.logs({ id: runID }));
    expect(logs.items.map(({ message }) => message)).toContain("line 1: Is no JSON");
  });
});

describe("what classes and attributes become", () => {
  const line = (type: string, attributes: object) =>
    JSON.stringify({
      kind: "localization",
      media: "Mapped.mp4",
      type,
      shape: "box",
      frame: 1,
      x: 0.1,
      y: 0.1,
      width: 0.2,
      height: 0.2,
      attributes,
    });
  const file = [
    line("cod fish", { len: 12, junk: "x" }),
    line("cod fish", { len: 13 }),
    line("whale", { age: 4 }),
    line("noise", {}),
  ].join("\n");

  test("is seen before anything is written, and then is so", async () => {
    const mediaID = await video("Mapped.mp4", 640, 360, 10);
    const typeID = await anna.as(() =>
      AnnotationType.create({
        projectID,
        type: AnnotationType.Definition.parse({
          name: "Cod",
          shape: "box",
          attributes: [{ name: "Length", dtype: "float" }],
        }),
      }),
    );
    const before = await anna.as(() => AnnotationType.list(projectID));
    const format = "ndjson" as const;
    const looked = await take("mapped.ndjson", file, { format, preview: true });
    expect(looked).toMatchObject({
      ...{ preview: true, read: 4, problemCount: 4 },
      classes: [
        {
          ...{ name: "cod fish", shape: "box", count: 2, typeId: null },
          attributes: [
            { name: "len", count: 2, example: "12" },
            { name: "junk", count: 1 },
          ],
        },
        { name: "whale", count: 1 },
        { name: "noise", count: 1 },
      ],
    });
    const mapping = {
      ...{ format, createTypes: true, classes: { "cod fish": typeID, noise: null } },
      attributes: { "cod fish": { len: "Length", junk: null }, whale: { age: "Age" } },
    };
    const again = await take("mapped.ndjson", file, { ...mapping, preview: true });
    expect(again).toMatchObject({
      ...{ read: 4, left: 1, problemCount: 0, creates: [{ name: "whale", shape: "box", attributes: ["Age"] }] },
      items: [
        { className: "cod fish", type: "Cod", mediaId: mediaID, frame: 1, attributes: { Length: 12 }, problem: null },
        { type: "Cod", attributes: { Length: 13 } },
        { className: "whale", type: "whale", attributes: { Age: 4 } },
      ],
    });
    expect([await drawnOn(mediaID), await anna.as(() => AnnotationType.list(projectID))]).toEqual([[], before]);
    expect(await take("mapped.ndjson", file, mapping)).toMatchObject({ created: 3, left: 1, problemCount: 0 });
    const rows = (await drawnOn(mediaID)).map(({ attributes }) => JSON.stringify(attributes));
    expect(rows.sort()).toEqual(['{"Age":4}', '{"Length":12}', '{"Length":13}']);
  });

  test.each([
    ["a type of nobody's", { classes: { a: "aty_00000000000000000000000000" } }, "/classes/a"],
    ["a type called as a prototype", { classes: { constructor: "constructor" } }, "/classes/constructor"],
    ["two that become one", { attributes: { a: { x: "L", y: "L" } } }, "/attributes/a/y"],
  ])("%s is refused at once", async (_, mapping, path) => {
    const asked = begun("refused.ndjson", file, { format: "ndjson", ...mapping });
    await expect(asked).rejects.toMatchObject({ code: "annotation_file.mapping", fields: [{ path }] });
  });

  test("an attribute that its type lacks, and a type of a project one does not see, are refused at once", async () => {
    const type = { name: "Hidden", shape: "box" as const };
    const elsewhere = await anna.as(async () =>
      AnnotationType.create({
        projectID: await Project.create({ name: "Elsewhere" }),
        type: AnnotationType.Definition.parse(type),
      }),
    );
    const here = await anna.as(() =>
      AnnotationType.create({ projectID, type: AnnotationType.Definition.parse({ ...type, name: "Plain" }) }),
    );
    const lacking = begun("a.ndjson", file, { format: "ndjson", classes: { a: here }, attributes: { a: { x: "Y" } } });
    await expect(lacking).rejects.toMatchObject({ fields: [{ path: "/attributes/a/x" }] });
    const foreign = begun("b.ndjson", file, { format: "ndjson", classes: { a: elsewhere } });
    await expect(foreign).rejects.toMatchObject({ fields: [{ path: "/classes/a" }] });
  });
});
