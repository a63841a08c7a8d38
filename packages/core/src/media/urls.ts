import { z } from "zod";
import { Access } from "../access/index.ts";
import { record } from "../audit/record.ts";
import type { Row } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import { Objects } from "../object/index.ts";
import { fn } from "../util/index.ts";
import { find } from "./find.ts";
import { renditionsOf } from "./get.ts";
import type { Role } from "./schema.ts";

/** What is asked for under this name is the file that everything was made of. */
export const ORIGINAL = "original";

/** Looking at something is reading it; these are the thing itself, which is more. */
const TRANSFERRED: (Role | typeof ORIGINAL)[] = ["archival", "attachment", ORIGINAL];

export const Url = z.object({
  name: z.string(),
  role: z.string(),
  url: z.string(),
  /** Where the index of the segments is. */
  indexUrl: z.string().nullable(),
  expiresAt: z.iso.datetime(),
});
export type Url = z.infer<typeof Url>;

const Asked = z.object({
  id: z.string(),
  /** All that may be looked at, where nothing is said. */
  renditions: z.array(z.string().max(100)).min(1).max(100).optional(),
  disposition: z.enum(["inline", "attachment"]).optional(),
});

/** Where renditions can be read, for five minutes. */
export const urls = fn(Asked, async ({ id, renditions: names, disposition }): Promise<Url[]> => {
  const { name } = await Entity.get(id, "media");
  await Access.require(id, "read");
  const rows = await renditionsOf(id);
  const chosen = names
    ? names.filter((one) => one !== ORIGINAL).map((one) => rows.find((row) => row.name === one) ?? missing(one))
    : rows.filter(({ role }) => !TRANSFERRED.includes(role));
  const original = names?.includes(ORIGINAL) ?? false;
  if (original || chosen.some(({ role }) => TRANSFERRED.includes(role))) {
    await Access.require(id, "transfer");
    await record({ type: "media.downloaded", entityID: id, parameters: { renditions: names } });
  }
  const items = await Promise.all(chosen.map((row) => urlOf(row, { name, inline: disposition === "inline" })));
  return original ? [...items, await originalOf(id)] : items;
});

async function urlOf(row: Row<"media_rendition">, { name, inline }: { name: string; inline: boolean }): Promise<Url> {
  const ending = /\.[a-z0-9]+$/.exec(row.key)?.[0] ?? "";
  const { url, expiresAt } = await Objects.presignGet(row.key, {
    name: `${name.replace(/\.[^.]{1,5}$/, "")}-${row.name}${ending}`,
    contentType: row.mime.split(";")[0] ?? row.mime,
    // What we made ourselves holds nothing that a browser would run.
    inline: inline && !TRANSFERRED.includes(row.role),
  });
  const index = row.index_key
    ? await Objects.presignGet(row.index_key, { name: `${row.name}.json`, contentType: "application/json" })
    : null;
  return {
    name: row.name,
    role: row.role,
    url,
    indexUrl: index?.url ?? null,
    expiresAt: expiresAt.toISOString(),
  };
}

async function originalOf(id: string): Promise<Url> {
  const { file_id } = await find(id);
  if (file_id === null) throw noSuchRendition(ORIGINAL);
  return { name: ORIGINAL, role: ORIGINAL, indexUrl: null, ...(await File.signed(file_id)) };
}

export const noSuchRendition = (name: string) =>
  new AppError(
    "not_found",
    "media.no_such_rendition",
    `There is no rendition ${JSON.stringify(name.slice(0, 100))} of this.`,
  );

function missing(name: string): never {
  throw noSuchRendition(name);
}
