import { readFileSync } from "node:fs";
import { type Atrium, type RowsQuery, readRows, take, upload, waitForRun } from "../../packages/sdk/src/index.ts";
import { FLIGHTS, text, withDuckDB } from "./duckdb.ts";
import { type Bench, medianMs, note, timed } from "./report.ts";
import { withSystem } from "./system.ts";

const PAGE = 100;
const JUMP = 2_900_000;

/** A page of three million rows: the API as a program reads it, beside DuckDB on the Parquet file itself. */
export const benchRows = ({ report, times }: Bench) =>
  withSystem(async (subject) => {
    const { client } = subject;
    const id = await makeTable(client);
    note("reading pages");
    const repeat = times * 5;
    const names = {
      first: `first ${PAGE} rows of 3 million`,
      jump: `${PAGE} rows at offset ${JUMP}`,
      sorted: `${PAGE} rows sorted by -delay`,
    };

    const cold = await timed(() => page(client, id, {}));
    const coldPeer = await timed(() => withDuckDB((db) => db.runAndReadAll(select("", 0))));
    report.add({
      name: `${names.first}, first read of the table`,
      unit: "ms",
      ours: cold.ms,
      peer: coldPeer.ms,
      peerName: "DuckDB opened, then the same page from the local Parquet",
    });

    await withDuckDB(async (db) => {
      const peer = (order: string, offset: number) =>
        medianMs(repeat, async () => (await db.runAndReadAll(select(order, offset))).getRowObjectsJson());
      const ours = (query: RowsQuery) => medianMs(repeat, () => page(client, id, query));
      const peerName = "DuckDB, open, the same page from the local Parquet";
      report.add({ name: `${names.first}, warm`, unit: "ms", ours: await ours({}), peer: await peer("", 0), peerName });
      report.add({
        name: `${names.jump}, warm`,
        unit: "ms",
        ours: await ours({ offset: JUMP }),
        peer: await peer("", JUMP),
        peerName,
      });
      report.add({
        name: `${names.sorted}, warm`,
        unit: "ms",
        ours: await ours({ sort: "-delay" }),
        peer: await peer("order by delay desc", 0),
        peerName,
      });
    });

    note("restarting the system");
    await subject.restart();
    const restarted = await timed(() => page(subject.client, id, {}));
    report.add({
      name: `${names.first}, right after a start`,
      unit: "ms",
      ours: restarted.ms,
      peer: coldPeer.ms,
      peerName: "DuckDB opened, then the same page from the local Parquet",
    });
  });

const select = (order: string, offset: number) =>
  `select * from read_parquet(${text(FLIGHTS)}) ${order} limit ${PAGE} offset ${offset}`;

async function page(client: Atrium, id: string, query: RowsQuery) {
  const { items } = await readRows(client, id, { limit: PAGE, ...query });
  if (items.length !== PAGE) throw new Error(`${items.length} rows came instead of ${PAGE}`);
}

async function makeTable(client: Atrium): Promise<string> {
  const project = await take(client.POST("/api/v1/projects", { body: { name: "Bench" } }));
  const bytes = new Uint8Array(readFileSync(FLIGHTS));
  const source = {
    name: "flights-3m.parquet",
    size: bytes.length,
    slice: (start: number, end: number) => bytes.subarray(start, end),
  };
  const file = await upload(client, source, { projectId: project.id });
  const { table, run } = await take(
    client.POST("/api/v1/tables", { body: { projectId: project.id, name: "Flights", fileId: file.id } }),
  );
  const ended = await waitForRun(client, run.id);
  if (ended.state !== "succeeded") throw new Error(`The import ${ended.state}: ${ended.error?.message}`);
  return table.id;
}
