import { z } from "zod";
import { Access } from "../access/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn, must } from "../util/index.ts";
import { readHeader } from "./read-header.ts";
import { Create, type Info, type Language, Patch } from "./schema.ts";
import { version } from "./version.ts";
import { write } from "./write.ts";

export * as Script from "./index.ts";
export { readHeader } from "./read-header.ts";
export { Checked, Create, Info, Language, Patch, Source, Version, VersionItem } from "./schema.ts";
export { ListVersions, version, versions } from "./version.ts";

const UNNAMED = "Untitled script";

/** A script whose header is wrong is kept, with what is wrong: it can be mended, and not be run until then. */
export const create = fn(Create, ({ projectId, source, language, attributes, tags, ...said }) =>
  transaction(async (tx): Promise<string> => {
    await Access.require(projectId, "create");
    const id = createID("script");
    const read = readHeader(source, language);
    const name = said.name ?? nameIn(read.header.friendlyName) ?? nameIn(read.header.name) ?? UNNAMED;
    const description = said.description ?? read.header.description?.slice(0, 20_000) ?? "";
    const own = tags ?? tagsIn(read.header.tags);
    await Entity.create({ id, kind: "script", parentID: projectId, name, description, tags: own, attributes });
    await write(tx, { id, name, description, source, read });
    return id;
  }),
);

/** What a source would be as a script. */
export function check(source: string, given?: Language) {
  const { language, header, inputs, outputs, problems } = readHeader(source, given);
  return { language, header, signature: { inputs, outputs }, problems };
}

export const get = fn(z.string(), async (id): Promise<Info> => {
  const entity = await Entity.get(id, "script");
  const row = await query((db) =>
    db
      .selectFrom("script as s")
      .innerJoin("script_version as v", (join) =>
        join.onRef("v.script_id", "=", "s.id").onRef("v.version", "=", "s.version"),
      )
      .innerJoin("function as f", "f.id", "s.id")
      .select(["s.language", "s.version", "s.header", "s.problems", "v.source", "v.sha256", "f.signature"])
      .where("s.id", "=", id)
      .executeTakeFirst(),
  );
  const { source, ...rest } = must(row, `source of ${id}`);
  return { ...entity, ...rest, source: entity.privileges.includes("read") ? source : null };
});

type Rewriting = { id: string; revision?: number | undefined; patch: Patch; restoredFrom?: number };

/** The name follows the header's as long as nobody gave it another one. */
const rewrite = ({ id, revision, patch: { source, language, ...patch }, restoredFrom }: Rewriting) =>
  transaction(async (tx): Promise<void> => {
    const now = await get(id);
    const rewritten = source !== undefined || language !== undefined;
    const read = rewritten ? readHeader(source ?? mayRead(now), language ?? keptLanguage(now, source)) : undefined;
    const follows = read && now.name === (now.header.friendlyName ?? now.header.name);
    const name = patch.name ?? (follows ? (nameIn(read.header.friendlyName) ?? nameIn(read.header.name)) : undefined);
    await Entity.update({ id, kind: "script", revision, patch: { ...patch, ...(name === undefined ? {} : { name }) } });
    if (!read) return;
    const { description } = { ...now, ...patch };
    const written = { id, name: name ?? now.name, description, source: source ?? mayRead(now), read };
    await write(tx, { ...written, ...(restoredFrom === undefined ? {} : { restoredFrom }) });
    await record({ type: "script.rewritten", entityID: id });
  });

export const update = fn(z.object({ id: z.string(), revision: z.number().int().optional(), patch: Patch }), rewrite);

/** Takes the source of an earlier version again, as the newest one. */
export const restoreVersion = fn(
  z.object({ id: z.string(), version: z.string(), revision: z.number().int().optional() }),
  async ({ id, revision, version: wanted }): Promise<void> => {
    const { source, language, version: restoredFrom } = await version({ id, version: wanted });
    await rewrite({ id, revision, patch: { source, language }, restoredFrom });
  },
);

/** What stands in the way of running it, as the answer to who tries. */
export async function refuseFaulty(id: string): Promise<void> {
  const row = await query((db) => db.selectFrom("script").select("problems").where("id", "=", id).executeTakeFirst());
  const [first] = must(row, `script ${id}`).problems;
  if (!first) return;
  throw new AppError("unprocessable", "script.cannot_run", `Line ${first.line} of the script: ${first.message}`);
}

function mayRead({ source }: Info): string {
  if (source === null) throw Access.denied("read");
  return source;
}

/** A new header may name another language; without one in it, the script stays in its own. */
const keptLanguage = (now: Info, source: string | undefined) =>
  source !== undefined && readHeader(source).header.language !== undefined ? undefined : now.language;

function nameIn(text: string | undefined): string | undefined {
  const parsed = Entity.Name.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

function tagsIn(tags: string[] | undefined): string[] | undefined {
  const parsed = Entity.Tags.safeParse(tags);
  return parsed.success ? parsed.data : undefined;
}
