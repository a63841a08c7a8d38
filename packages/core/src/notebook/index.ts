import { z } from "zod";
import { Access } from "../access/index.ts";
import { query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import { createID } from "../id/index.ts";
import { fn, must } from "../util/index.ts";
import { Create, type Info } from "./schema.ts";
import { fetch, type Stored, store, write } from "./store.ts";

export { beginUpload, content, restoreVersion, source, takeUpload } from "./content.ts";
export * as Notebook from "./index.ts";
export { CellProblem, CONTENT_TYPE, Create, Info, MAX_BYTES, Taken, Upload, VersionItem } from "./schema.ts";
export { discarding } from "./store.ts";
export { ListVersions, versions } from "./version.ts";

const UNNAMED = "Untitled notebook";
/** What JupyterLab makes of "New notebook", with the cell that takes parameters. */
const EMPTY = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "python3", display_name: "Python 3", language: "python" } },
  cells: [
    {
      id: "parameters",
      cell_type: "code",
      metadata: { tags: ["parameters"] },
      source: "",
      outputs: [],
      execution_count: null,
    },
  ],
};

export type Prepared = { id: string; name: string; content: Stored };

/** What takes the network, before the transaction. Of a file the bytes are taken once: the notebook goes its own way from there. */
export const prepare = fn(Create, async ({ projectId, fileId, name }): Promise<Prepared> => {
  await Access.require(projectId, "create");
  const id = createID("notebook");
  const file = fileId === undefined ? undefined : await readable(fileId);
  const bytes = file ? await fetch(file.key) : new TextEncoder().encode(JSON.stringify(EMPTY, undefined, 1));
  return { id, name: name ?? nameOf(file?.name) ?? UNNAMED, content: await store(id, bytes) };
});

/** Adds what was prepared for the same input. */
export const create = (
  { projectId, fileId: _, description = "", ...said }: z.output<typeof Create>,
  { id, name, content }: Prepared,
): Promise<string> =>
  transaction(async (tx) => {
    await Access.require(projectId, "create");
    await Entity.create({ ...said, id, kind: "notebook", parentID: projectId, name, description });
    await write(tx, { id, name, description, content });
    return id;
  });

export const get = fn(z.string(), async (id): Promise<Info> => {
  const entity = await Entity.get(id, "notebook");
  const row = await query((db) =>
    db
      .selectFrom("notebook as n")
      .innerJoin("notebook_version as v", (join) =>
        join.onRef("v.notebook_id", "=", "n.id").onRef("v.version", "=", "n.version"),
      )
      .innerJoin("function as f", "f.id", "n.id")
      .select(["n.version", "n.problems", "v.bytes", "v.sha256", "v.kernel", "v.language", "v.cells", "f.signature"])
      .where("n.id", "=", id)
      .executeTakeFirst(),
  );
  return { ...entity, ...must(row, `content of ${id}`) };
});

/** What stands in the way of running it, as the answer to who tries. */
export async function refuseFaulty(id: string): Promise<void> {
  const row = await query((db) => db.selectFrom("notebook").select("problems").where("id", "=", id).executeTakeFirst());
  const [first] = must(row, `notebook ${id}`).problems;
  if (!first) return;
  const message = `Cell ${first.cell}, line ${first.line} of the notebook: ${first.message}`;
  throw new AppError("unprocessable", "notebook.cannot_run", message);
}

function nameOf(file: string | undefined): string | undefined {
  const parsed = Entity.Name.safeParse(file?.replace(/\.ipynb$/i, ""));
  return parsed.success ? parsed.data : undefined;
}

async function readable(fileID: string): Promise<{ key: string; name: string }> {
  await File.get(fileID);
  await Access.require(fileID, "read");
  return File.location(fileID);
}
