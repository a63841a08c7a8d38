import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Actor } from "../actor/index.ts";
import { createLocalizations, createStates } from "../annotation/create.ts";
import { makeMedia } from "../annotation/testing.ts";
import { AnnotationType } from "../annotation-type/index.ts";
import { transaction } from "../database/index.ts";
import type { Person } from "../database/testing.ts";
import { Entity } from "../entity/index.ts";
import { File } from "../file/index.ts";
import { createID } from "../id/index.ts";
import { Objects } from "../object/index.ts";
import { Project } from "../project/index.ts";
import { Run } from "../run/index.ts";
import { AnnotationFile } from "./index.ts";
import { untar } from "./parse/tar.ts";
import { AnnotationWork } from "./work/index.ts";
import { tar } from "./write/tar.ts";

// Only for tests.

/** The steps of a run, one after the other, as its machine does them. */
export async function worked(person: Person, { runID }: { runID: string }): Promise<Run.Info> {
  const job = { runId: runID, attempt: 1 };
  const workdir = await mkdtemp(join(tmpdir(), "annotations-"));
  try {
    await Actor.as({ type: "run", runID, attempt: 1, userID: person.id }, async () => {
      await AnnotationFile.prepare(job);
      await AnnotationWork.execute(job, { workdir, engine: "lambda" });
      await AnnotationFile.register(job);
    });
  } finally {
    await rm(workdir, { recursive: true });
  }
  return person.as(() => Run.get(runID));
}

/** What a file holds, without its compression. */
export async function bytesOf(person: Person, fileID: string): Promise<Buffer> {
  const { key, bytes, name } = await person.as(() => File.location(fileID));
  const stored = Buffer.from(await Objects.range(key, 0, bytes));
  return name.endsWith(".gz") ? gunzipSync(stored) : stored;
}

export async function unpacked(archive: Buffer): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { name, content } of untar(one(archive))) {
    const chunks: Buffer[] = [];
    for await (const chunk of content()) chunks.push(chunk);
    files[name] = Buffer.concat(chunks).toString();
  }
  return files;
}

export async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** A project with a video and a type of every shape, and some of each. */
export async function makeReef() {
  const projectID = await Project.create({ name: "Reef" });
  const mediaID = await makeMedia(projectID, { name: "Dive 1.mp4" });
  const type = (name: string, shape: AnnotationType.Shape, attributes: AnnotationType.Definition["attributes"] = []) =>
    AnnotationType.create({ projectID, type: AnnotationType.Definition.parse({ name, shape, attributes }) });
  const attributes = AnnotationType.Definition.parse({
    ...{ name: "x", shape: "box" },
    attributes: [
      { name: "Species", dtype: "string" },
      { name: "Count", dtype: "int" },
      { name: "Size", dtype: "float" },
      { name: "Alive", dtype: "bool" },
      { name: "Place", dtype: "geopos" },
    ],
  }).attributes;
  const types = {
    box: await type("Fish", "box", attributes),
    polygon: await type("Coral", "polygon", attributes),
    dot: await type("Eye", "dot"),
    line: await type("Length", "line"),
    frame: await type("Weather", "frame", attributes),
    media: await type("Dive", "media", attributes),
    track: await type("Path", "track"),
  };
  const box = { typeId: types.box, x: 0.25, y: 0.5, width: 0.125, height: 0.25 };
  const attributesOfOne = { Species: 'Cod, "Atlantic"\nü', Count: 3, Size: 1.5, Alive: true, Place: [13.4, 52.5] };
  const made = await createLocalizations({
    mediaID,
    items: [
      { ...box, frame: 0, attributes: attributesOfOne },
      { ...box, frame: 1, x: 0.3 },
      {
        typeId: types.polygon,
        frame: 1,
        points: [
          [0.1, 0.1],
          [0.5, 0.1],
          [0.5, 0.6],
        ],
      },
      { typeId: types.dot, frame: 2, x: 0.5, y: 0.75 },
      { typeId: types.line, frame: 2, x: 0.5, y: 0.5, u: -0.25, v: 0.25 },
    ],
  });
  const localizationIds = made.slice(0, 2).map(({ elementalId }) => elementalId);
  await createStates({
    mediaID,
    items: [
      { typeId: types.track, localizationIds },
      { typeId: types.frame, frame: 1, endFrame: 4, attributes: { Species: "" } },
      { typeId: types.media, color: "#112233" },
    ],
  });
  return { projectID, mediaID, types, made };
}

/** A file of the project, as if it had been uploaded. */
export async function makeFile(projectID: string, name: string, content: string | Buffer): Promise<string> {
  const id = createID("file");
  const key = `files/${id}`;
  const chunks = one(Buffer.from(content));
  const signal = AbortSignal.timeout(10_000);
  const options = { contentType: "application/octet-stream", signal, onBytes: () => undefined };
  const { bytes, etag, sha256 } = await Objects.putStream(chunks, key, options);
  await transaction(async (tx) => {
    await Entity.create({ id, kind: "file", parentID: projectID, name });
    const row = { id, bytes, content_type: "text/plain", key, etag, sha256, sha256_verified_at: null };
    await tx.insertInto("file").values(row).execute();
  });
  return id;
}

/** An archive of some files. */
export async function packed(files: Record<string, string | Buffer>): Promise<Buffer> {
  async function* entries() {
    for (const [name, content] of Object.entries(files)) {
      const bytes = Buffer.from(content);
      yield { name, bytes: bytes.length, content: [bytes] };
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of tar(entries())) chunks.push(chunk);
  return Buffer.concat(chunks);
}
