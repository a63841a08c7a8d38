import { copyFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { openSource } from "../../packages/sdk/src/cli/file-source.ts";
import { isEnded, take, upload, waitForRun } from "../../packages/sdk/src/index.ts";
import { identifier, text, withDuckDB, writeFlightsCSV } from "./duckdb.ts";
import { type Bench, medianMs, note } from "./report.ts";
import { type Subject, withSystem } from "./system.ts";

/** The flights file this many times over makes a gigabyte. */
const GIGABYTE = 4;

/** API → run → workflow → job → table, beside DuckDB doing the same work and beside its plain COPY. */
export const benchImport = (bench: Bench) => importing(bench, 1);

/** The same with a gigabyte. */
export const benchImportLarge = (bench: Bench) => importing(bench, GIGABYTE);

const importing = ({ report, times }: Bench, copies: number) =>
  withSystem(async (subject) => {
    const csv = join(subject.folder, "flights.csv");
    await writeFlightsCSV(csv, copies);
    const size = `${Math.round(statSync(csv).size / 1e6)} MB CSV, ${3 * copies} million rows`;
    note(`importing a ${size}`);
    const { projectId, fileId } = await uploadCSV(subject, csv);

    const ours = await medianMs(times, () => importTable(subject, projectId, fileId));
    const same = await medianMs(times, () => sameWork(csv, subject.folder));
    const plain = await medianMs(times, () => plainCopy(csv, subject.folder));
    report.add({
      name: `import of a ${size}`,
      unit: "ms",
      ours,
      peer: same,
      peerName: "DuckDB: read with sample_size=-1, COPY to Parquet, SUMMARIZE, top values; bytes copied in and out",
    });
    report.add({
      name: `import of a ${size}, beside COPY alone`,
      unit: "ms",
      ours,
      peer: plain,
      peerName: "DuckDB: plain COPY to Parquet",
    });
  });

async function uploadCSV({ client }: Subject, path: string) {
  const project = await take(client.POST("/api/v1/projects", { body: { name: "Bench" } }));
  const source = await openSource(path);
  const file = await upload(client, source, { projectId: project.id });
  await source.close();
  return { projectId: project.id, fileId: file.id };
}

async function importTable({ client }: Subject, projectId: string, fileId: string) {
  const { run } = await take(
    client.POST("/api/v1/tables", { body: { projectId, name: `Flights ${Math.random()}`, fileId } }),
  );
  const ended = await waitForRun(client, run.id);
  if (!isEnded(ended) || ended.state !== "succeeded")
    throw new Error(`The import ${ended.state}: ${ended.error?.message}`);
}

async function sameWork(csv: string, folder: string) {
  const [input, output] = [join(folder, "peer.csv"), join(folder, "peer.parquet")];
  copyFileSync(csv, input);
  await withDuckDB(async (db) => {
    await db.run(`create table t as from read_csv(${text(input)}, sample_size = -1)`);
    await db.run(`copy t to ${text(output)} (format parquet, compression zstd)`);
    await db.runAndReadAll("summarize t");
    const columns = (await db.runAndReadAll("describe t")).getRowObjectsJson();
    for (const { column_name: name, column_type: type } of columns)
      if (type === "VARCHAR" || type === "BOOLEAN")
        await db.runAndReadAll(
          `select ${identifier(String(name))} as v, count(*) n from t group by v order by n desc limit 20`,
        );
  });
  copyFileSync(output, join(folder, "peer-stored.parquet"));
}

const plainCopy = (csv: string, folder: string) =>
  withDuckDB((db) =>
    db.run(`copy (from read_csv(${text(csv)})) to ${text(join(folder, "plain.parquet"))} (format parquet)`),
  );
