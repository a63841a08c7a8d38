import { type Atrium, readRows, take, upload, waitForRun } from "../../packages/sdk/src/index.ts";
import type { Random } from "../support/random.ts";

export type Scene = {
  client: Atrium;
  projectId: string;
  tableId: string;
  rows: number;
};
type Action = (scene: Scene, random: Random) => Promise<void>;

const SMALL_BYTES = 20_000;
const PAGE = 50;

const list: Action = async ({ client, projectId }, random) => {
  const path = { id: projectId };
  if (random.chance(0.5)) await take(client.GET("/api/v1/projects", { params: { query: { limit: PAGE } } }));
  else await take(client.GET("/api/v1/projects/{id}/items", { params: { path, query: { limit: PAGE } } }));
};

const search: Action = async ({ client }, random) => {
  const q = random.pick(["load", "large", "small", "word", "nothing of that name"]);
  await take(client.GET("/api/v1/search", { params: { query: { q } } }));
};

const rows: Action = async ({ client, tableId, rows: count }, random) => {
  const offset = random.integer(0, count - PAGE);
  const query = random.chance(0.2) ? { sort: "-share", offset } : { offset };
  const { items } = await readRows(client, tableId, { limit: PAGE, ...query });
  if (items.length !== PAGE) throw new Error(`${items.length} rows came instead of ${PAGE}`);
};

async function send({ client, projectId }: Scene, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const source = { name, size: bytes.length, slice: (from: number, to: number) => bytes.slice(from, to) };
  return (await upload(client, source, { projectId })).id;
}

const sendFile: Action = async (scene, random) => {
  await send(scene, `small ${random.integer(0, 1e9)}.bin`, random.bytes(SMALL_BYTES));
};

/** Until the table is there. */
const importTable: Action = async (scene, random) => {
  const text = `n\n${Array.from({ length: random.integer(10, 5_000) }, (_, n) => n).join("\n")}\n`;
  const fileId = await send(scene, "small.csv", new TextEncoder().encode(text));
  const body = { projectId: scene.projectId, name: `Small ${random.integer(0, 1e9)}`, fileId };
  const { run } = await take(scene.client.POST("/api/v1/tables", { body }));
  const ended = await waitForRun(scene.client, run.id);
  if (ended.state !== "succeeded") throw new Error(`The import ${ended.state}: ${ended.error?.message}`);
};

export const ACTIONS = { list, search, rows, upload: sendFile, import: importTable };
