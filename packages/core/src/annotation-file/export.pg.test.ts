import { beforeAll, expect, test } from "vitest";
import { Access } from "../access/index.ts";
import { createLocalizations } from "../annotation/create.ts";
import { makeMedia } from "../annotation/testing.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { Lineage } from "../lineage/index.ts";
import { useObjects } from "../object/testing.ts";
import { Project } from "../project/index.ts";
import { useWorkflows } from "../workflow/testing.ts";
import { AnnotationFile } from "./index.ts";
import { bytesOf, makeReef, unpacked, worked } from "./testing.ts";

useDatabase();
useObjects();
useWorkflows();

let anna: Person;
let reef: Awaited<ReturnType<typeof makeReef>>;
beforeAll(async () => {
  anna = await createUser("Anna");
  reef = await anna.as(makeReef);
});

const exported = async (asked: object, person = anna) => {
  const input = AnnotationFile.Export.parse({ projectId: reef.projectID, format: "ndjson", ...asked });
  const run = await worked(person, await person.as(() => AnnotationFile.beginExport(input)));
  const fileID = String(run.outputs?.fileId);
  return { run, fileID, bytes: await bytesOf(person, fileID) };
};
const linesOf = (bytes: Buffer) => bytes.toString().trim().split("\n");

test("NDJSON and CSV carry everything, and the file says where it comes from", async () => {
  const { run, fileID, bytes } = await exported({});
  const lines = linesOf(bytes).map((line) => JSON.parse(line));
  expect(run).toMatchObject({ state: "succeeded", outputs: { count: 8, left: {}, name: "annotations.ndjson.gz" } });
  const [first] = lines;
  expect(first).toMatchObject({
    ...{ kind: "localization", media: "Dive 1.mp4", media_id: reef.mediaID, type: "Fish", layer: "Baseline" },
    ...{ x: 0.25, width: 0.125, frame: 0, key: true, elemental_id: reef.made[0]?.elementalId },
    attributes: { Species: 'Cod, "Atlantic"\nü', Count: 3, Size: 1.5, Alive: true, Place: [13.4, 52.5] },
  });
  expect(lines.map(({ shape }) => shape)).toEqual(["box", "box", "polygon", "dot", "line", "track", "frame", "media"]);
  expect(first.track_ids).toEqual([lines[5].elemental_id]);
  const { nodes } = await anna.as(() => Lineage.lineage(fileID));
  expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining([fileID, run.id, reef.projectID]));
  const csv = (await exported({ format: "csv", compress: false })).bytes.toString();
  expect(csv.split("\n")[0]).toBe(
    "kind,elemental_id,media_id,media,type,shape,layer,frame,end_frame,x,y,width,height,u,v,points,key,color,track_ids,created_by,created_at,modified_by,modified_at,attributes.Species,attributes.Count,attributes.Size,attributes.Alive,attributes.Place",
  );
  expect(csv).toContain('"Cod, ""Atlantic""\nü",3,1.5,true,"[13.4,52.5]"\n');
});

test("COCO has an image a frame, outlines as segmentation, dots and lines as keypoints, and tracks", async () => {
  const coco = JSON.parse((await exported({ format: "coco" })).bytes.toString());
  expect(coco.videos).toMatchObject([{ id: 1, name: "Dive 1.mp4", width: 640, height: 360, fps: 25 }]);
  expect(coco.images.map((image: { frame_id: number }) => image.frame_id)).toEqual([0, 1, 2]);
  expect(coco.images[1]).toMatchObject({ id: 2, file_name: "Dive 1.mp4/000001.jpg", video_id: 1, width: 640 });
  expect(coco.annotations).toHaveLength(5);
  expect(coco.annotations[0]).toMatchObject({ bbox: [160, 180, 80, 90], area: 7200, image_id: 1, track_id: 1 });
  expect(coco.annotations[2]).toMatchObject({ segmentation: [[64, 36, 320, 36, 320, 216]], area: 23040 });
  expect(coco.annotations[3]).toMatchObject({ keypoints: [320, 270, 2], num_keypoints: 1 });
  expect(coco.annotations[4]).toMatchObject({ keypoints: [320, 180, 2, 160, 270, 2], bbox: [160, 180, 160, 90] });
  const names = Object.fromEntries(coco.categories.map(({ id, name }: { id: number; name: string }) => [id, name]));
  expect(coco.annotations.map((one: { category_id: number }) => names[one.category_id])).toEqual([
    ...["Fish", "Fish", "Coral", "Eye", "Length"],
  ]);
});

test("YOLO, Pascal VOC and MOTChallenge are archives of what their tools read", async () => {
  const yolo = await exported({ format: "yolo" });
  const files = await unpacked(yolo.bytes);
  expect(files["data.yaml"]).toContain('names:\n  0: "Fish"\n');
  expect(files["labels/Dive 1/000000.txt"]).toBe("0 0.3125 0.625 0.125 0.25\n");
  expect(yolo.run.outputs).toMatchObject({
    count: 2,
    left: { "The format carries no other shapes than boxes": 3 },
    name: "annotations.tar.gz",
  });
  const outlines = await unpacked((await exported({ format: "yolo-segment" })).bytes);
  expect(outlines["labels/Dive 1/000001.txt"]).toBe("0 0.1 0.1 0.5 0.1 0.5 0.6\n");
  const voc = await unpacked((await exported({ format: "voc" })).bytes);
  expect(voc["Annotations/Dive 1/000000.xml"]).toContain("<xmin>160</xmin><ymin>180</ymin><xmax>240</xmax>");
  expect(voc["Annotations/Dive 1/000000.xml"]).toContain("<value>Cod, &quot;Atlantic&quot;\nü</value>");
  const mot = await unpacked((await exported({ format: "mot" })).bytes);
  expect(mot["Dive 1/gt/gt.txt"]).toBe("1,1,161,181,80,90,1,1,1\n2,1,193,181,80,90,1,1,1\n");
  expect(mot["Dive 1/seqinfo.ini"]).toContain("frameRate=25\nseqLength=100\nimWidth=640\nimHeight=360");
});

test("media, types and a filter narrow it, and what is not seen is not in it", async () => {
  const { projectID, types } = reef;
  const filtered = await exported({ filter: { field: "attributes.Count", op: "gte", value: 3 } });
  expect(linesOf(filtered.bytes)).toHaveLength(1);
  expect(linesOf((await exported({ types: [types.dot, types.media] })).bytes)).toHaveLength(2);
  // Of the folder alone somebody is a contributor: the outer project's layer is not theirs to see.
  const [folder, insider] = [
    await anna.as(() => Project.create({ name: "Folder", parentId: projectID })),
    await createUser("Ina"),
  ];
  await anna.as(async () => {
    const mediaID = await makeMedia(folder);
    await createLocalizations({ mediaID, items: [{ typeId: types.dot, x: 0.5, y: 0.5 }] });
    await Access.give({ entityID: folder, grant: { email: insider.email, bundle: "contributor" } });
  });
  expect((await exported({ projectId: folder })).run.outputs?.count).toBe(1);
  expect((await exported({ projectId: folder }, insider)).run.outputs?.count).toBe(0);
  const begin = (asked: object) => {
    const input = AnnotationFile.Export.parse({ projectId: folder, format: "csv", ...asked });
    return insider.as(() => AnnotationFile.beginExport(input)).catch((error) => error.code);
  };
  expect(await begin({ projectId: projectID })).toBe("project.not_found");
  expect(await begin({ mediaIds: [reef.mediaID] })).toBe("annotation_file.not_there");
  expect(await begin({ filter: { field: "attributes.No", op: "eq", value: 1 } })).toBe("filter.invalid");
});
