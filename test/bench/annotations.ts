/** A million boxes in a project, 100,000 of them in one video: made, listed by filters and read whole, through HTTP against the whole system. */
import pg from "pg";
import { databaseOf } from "../support/database.ts";
import { type Caller, withKey } from "../support/http.ts";
import { createProject } from "../support/make.ts";
import { temporaryFolder } from "../support/paths.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";
import { filters, items, PAGE } from "./annotations-rows.ts";
import { copyIn } from "./copy-in.ts";
import { type Bench, note, timed } from "./report.ts";

const ROWS = 1_000_000;
const IN_ONE = 100_000;
const AT_ONCE = 5_000;
const SENDERS = 2;
const LISTED = 40;
const MICROS_A_ROW_LIMIT = 50;
const LIST_LIMIT_MS = 100;

export async function benchAnnotations({ report, share }: Bench & { share: number }) {
  const home = temporaryFolder("bench-annotations");
  const system = await startSystem({ home: home.path });
  const db = new pg.Client(databaseOf(home.path));
  try {
    await db.connect();
    const by = withKey(system.url, system.apiKey);
    const place = await makeProject(by, Math.max(1, Math.round((ROWS * share) / IN_ONE)));
    await makeRows(report, by, db, place);
    await db.query("vacuum analyze localization");
    await listRows(report, by, db, place);
    await streamRows(report, system, db, place.videos[0] ?? "");
  } finally {
    await db.end();
    await system.stop();
    home.remove();
  }
}

type Place = { projectID: string; typeID: string; videos: string[] };

async function makeProject(by: Caller, count: number): Promise<Place> {
  const { id: projectID } = await createProject(by);
  const attributes = [
    { name: "Species", dtype: "string" },
    { name: "Score", dtype: "float", minimum: 0, maximum: 1 },
    { name: "Checked", dtype: "bool", default: false },
  ];
  const type = await by.post(`/projects/${projectID}/annotation-types`, { name: "Fish", shape: "box", attributes });
  const videos: string[] = [];
  for (let n = 0; n < count; n++) {
    const streams = [{ url: "rtsp://camera.example/1", feeds: [{ name: "1", resolution: [640, 360] }] }];
    const layout = { rows: 1, columns: 1 };
    const media = await by.post("/media/live", { projectId: projectID, name: `Camera ${n}`, layout, streams });
    videos.push(media.id);
  }
  return { projectID, typeID: type.id, videos };
}

async function makeRows(report: Bench["report"], by: Caller, db: pg.Client, { typeID, videos }: Place) {
  const [first = ""] = videos;
  await by.post(`/media/${first}/localizations`, { items: items(typeID, 0, AT_ONCE) });
  const waiting = videos.flatMap((id) =>
    Array.from({ length: IN_ONE / AT_ONCE }, (_, i) => ({ id, from: i * AT_ONCE })),
  );
  waiting.shift(); // made to warm up
  const rows = waiting.length * AT_ONCE;
  note(`making ${rows.toLocaleString("en")} rows`);
  const send = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await by.post(`/media/${next.id}/localizations`, { items: items(typeID, next.from, AT_ONCE) });
  };
  const { ms } = await timed(() => Promise.all(Array.from({ length: SENDERS }, send)));
  const ours = (ms / rows) * 1_000;
  const name = `localizations made by requests of 5,000, ${SENDERS} at once, up to ${rows.toLocaleString("en")}`;
  report.add({ name, unit: "µs a row", ours, peer: MICROS_A_ROW_LIMIT, peerName: "its limit, 20,000 a second" });
  const peer = ((await copied(db)) / IN_ONE) * 1_000;
  const peerName = "COPY of rows like these into the same table and its indexes; twice is allowed";
  report.add({ name: `${name}, beside COPY`, unit: "µs a row", ours, peer, peerName });
}

/** The same rows again, with other ids, written by COPY and taken back. */
async function copied(db: pg.Client): Promise<number> {
  const columns =
    "elemental_id, layer_id, media_id, type_id, frame, x, y, width, height, attributes, key, mark, latest, deleted, created_by, created_at, modified_by, modified_at";
  const { rows } = await db.query(
    `select string_agg(concat_ws(E'\\t', gen_random_uuid(), layer_id, media_id, type_id, frame, x, y, width, height, attributes, 't', 1, 't', 'f',
      created_by, now(), modified_by, now()), E'\\n') || E'\\n' as text
     from (select * from localization order by id limit ${IN_ONE}) l`,
  );
  await db.query("begin");
  const { ms } = await timed(() => copyIn(db, `copy localization (${columns}) from stdin`, rows[0].text));
  await db.query("rollback");
  return ms;
}

async function listRows(report: Bench["report"], by: Caller, db: pg.Client, { projectID, typeID, videos }: Place) {
  const [row] = (await db.query("select layer_id, created_by from localization limit 1")).rows;
  const asked = filters({ typeID, layerID: row.layer_id, userID: row.created_by });
  const [mediaID = ""] = videos;
  for (const [where, more, condition] of [
    ["a project", {}, "true"],
    ["a video of 100,000", { mediaId: mediaID }, `media_id = '${mediaID}'`],
  ] as const)
    for (const [name, { body, sql }] of Object.entries(asked)) {
      const page = { limit: PAGE, ...more, ...body };
      const ours = await p95(() => by.post(`/projects/${projectID}/localizations/search`, page));
      const all = `select * from localization where latest and not deleted and ${condition} and ${sql} order by id limit ${PAGE}`;
      const floor = await p95(() => db.query(all));
      const peerName = `its limit; by SQL alone ${floor.toFixed(1)}`;
      report.add({
        name: `p95 of a page of 1,000 by ${name}, of ${where}`,
        unit: "ms",
        ours,
        peer: LIST_LIMIT_MS,
        peerName,
      });
    }
}

async function streamRows(report: Bench["report"], { url, apiKey }: RunningSystem, db: pg.Client, mediaID: string) {
  const headers = { authorization: `Bearer ${apiKey}`, accept: "application/vnd.apache.arrow.stream" };
  const read = async () => {
    const answer = await fetch(`${url}/api/v1/media/${mediaID}/annotations`, { headers });
    if (!answer.ok) throw new Error(`The stream answered ${answer.status}`);
    return (await answer.arrayBuffer()).byteLength;
  };
  await read();
  const ours = (await timed(read)).ms;
  const rows = () => db.query(`select * from localization where media_id = '${mediaID}' and latest and not deleted`);
  await rows();
  const peer = (await timed(rows)).ms;
  const name = "100,000 annotations of a video as an Arrow stream";
  report.add({ name, unit: "ms", ours, peer, peerName: "node-postgres reading the same rows" });
}

async function p95(work: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let n = 0; n <= LISTED; n++) all.push((await timed(work)).ms);
  return all.slice(1).sort((a, b) => a - b)[Math.ceil(LISTED * 0.95) - 1] ?? Number.NaN;
}
