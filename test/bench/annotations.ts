import type pg from "pg";
import { Actor } from "../../packages/core/src/actor/index.ts";
import { Annotation } from "../../packages/core/src/annotation/index.ts";
import { AnnotationStream } from "../../packages/core/src/annotation/stream/index.ts";
import { makeMedia } from "../../packages/core/src/annotation/testing.ts";
import { AnnotationType } from "../../packages/core/src/annotation-type/index.ts";
import { createUser } from "../../packages/core/src/database/testing.ts";
import { Project } from "../../packages/core/src/project/index.ts";
import { copyIn } from "./copy-in.ts";
import { type Bench, note, timed } from "./report.ts";
import { openDatabase } from "./scale-database.ts";

const ROWS = 1_000_000;
const IN_ONE = 100_000;
const AT_ONCE = 5_000;
const SPECIES = ["Cod", "Ray", "Eel", "Crab", "Squid", "Shark", "Tuna", "Krill", "Perch", "Sole"];

/** What an annotator and a tracker do to a million boxes, from the text of a request to the text of an answer, without HTTP. */
export async function benchAnnotations({ report, share }: Bench & { share: number }) {
  const database = await openDatabase(undefined, async () => undefined);
  try {
    const { id: userID } = await createUser("Anna");
    await Actor.as({ type: "user", userID, admin: false, mayExecute: false }, () => run(database.db, report, share));
  } finally {
    await database.stop();
  }
}

async function run(db: pg.Client, report: Bench["report"], share: number) {
  const { projectID, typeID } = await makeProject();
  const rows = Math.max(IN_ONE, Math.round(ROWS * share));
  const videos = await Promise.all(
    Array.from({ length: Math.ceil(rows / IN_ONE) }, () => makeMedia(projectID, { frames: 90_000 })),
  );
  const [first = ""] = videos;
  const create = (mediaID: string, from: number) =>
    Annotation.createLocalizations({ mediaID, ...JSON.parse(JSON.stringify({ items: items(typeID, from) })) });
  await create(first, 0);
  note("making rows");
  let ours = 0;
  for (const video of videos)
    for (let made = video === first ? AT_ONCE : 0; made < IN_ONE; made += AT_ONCE)
      ours += (await timed(() => create(video, made))).ms;
  const written = videos.length * IN_ONE - AT_ONCE;
  const peer = await copied(db);
  const perSecond = (count: number, ms: number) => (ms / count) * 1_000;
  report.add({
    ...{ name: "localizations made by requests of 5,000, of a million", unit: "µs a row" },
    ours: perSecond(written, ours),
    ...{ peer: perSecond(IN_ONE, peer), peerName: "COPY of rows like these into the same table and its indexes" },
  });
  await db.query("select 1");
  await lists(report, db, projectID, first);
  await streams(report, db, first);
}

async function lists(report: Bench["report"], db: pg.Client, projectID: string, mediaID: string) {
  const filter = {
    and: [
      { field: "attributes.Species", op: "eq" as const, value: "Eel" },
      { field: "$x", op: "lt" as const, value: 0.3 },
    ],
  };
  const sql = `select * from localization where latest and not deleted and attributes->>'Species' = 'Eel' and x < 0.3`;
  for (const [name, place, where] of [
    ["a project of a million", { projectID }, "true"],
    ["a video of 100,000", { mediaID }, `media_id = '${mediaID}'`],
  ] as const) {
    const [ours, peer] = [
      await p95(() => list(place, filter)),
      await p95(() => db.query(`${sql} and ${where} order by id limit 1000`)),
    ];
    report.add({
      name: `p95 of a page of 1,000 with a filter, of ${name}`,
      unit: "ms",
      ours,
      peer,
      peerName: "the same rows by one SQL",
    });
  }
}

const list = async (place: object, filter: Annotation.Filter) => {
  const page = await Annotation.list({ kind: "localization", ...place, filter, limit: 1_000 });
  if (page.items.length !== 1_000) throw new Error(`A page of ${page.items.length}`);
  return JSON.stringify(page);
};

async function streams(report: Bench["report"], db: pg.Client, mediaID: string) {
  const read = async () => {
    let bytes = 0;
    for await (const chunk of await AnnotationStream.open({ mediaID, format: "arrow" })) bytes += chunk.length;
    return bytes;
  };
  await read();
  const ours = (await timed(read)).ms;
  const peer = (
    await timed(() => db.query(`select * from localization where media_id = '${mediaID}' and latest and not deleted`))
  ).ms;
  report.add({
    name: "100,000 annotations of a video as an Arrow stream",
    unit: "ms",
    ours,
    peer,
    peerName: "node-postgres reading the same rows",
  });
}

async function p95(work: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let n = 0; n < 41; n++) all.push((await timed(work)).ms);
  return all.slice(1).sort((a, b) => a - b)[37] ?? Number.NaN;
}

/** The same rows again, with other ids, written by COPY and taken back. */
async function copied(db: pg.Client): Promise<number> {
  const { rows } = await db.query(
    `select string_agg(concat_ws(E'\\t', gen_random_uuid(), layer_id, media_id, type_id, frame, x, y, width, height, attributes, 't', 1, 't', 'f',
      created_by, now(), modified_by, now()), E'\\n') || E'\\n' as text
     from (select * from localization order by id limit ${IN_ONE}) l`,
  );
  const columns =
    "elemental_id, layer_id, media_id, type_id, frame, x, y, width, height, attributes, key, mark, latest, deleted, created_by, created_at, modified_by, modified_at";
  await db.query("begin");
  const { ms } = await timed(() => copyIn(db, `copy localization (${columns}) from stdin`, rows[0].text));
  await db.query("rollback");
  return ms;
}

async function makeProject() {
  const projectID = await Project.create({ name: "Reef" });
  const typeID = await AnnotationType.create({
    projectID,
    type: {
      name: "Fish",
      shape: "box",
      attributes: [
        { name: "Species", dtype: "string" },
        { name: "Score", dtype: "float", minimum: 0, maximum: 1 },
        { name: "Checked", dtype: "bool", default: false },
      ],
    },
  });
  return { projectID, typeID };
}

const items = (typeId: string, from: number) =>
  Array.from({ length: AT_ONCE }, (_, i) => {
    const n = from + i;
    return {
      typeId,
      frame: Math.floor(n / 4),
      x: ((n * 37) % 700) / 1_000,
      y: ((n * 53) % 700) / 1_000,
      width: 0.1 + (n % 20) / 100,
      height: 0.1,
      attributes: { Species: SPECIES[n % SPECIES.length] ?? "", Score: (n % 100) / 100 },
    };
  });
