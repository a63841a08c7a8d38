import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { File } from "../file/index.ts";
import { Notebook } from "../notebook/index.ts";
import { must } from "../util/index.ts";
import { safeName } from "./file-name.ts";
import type { Stored } from "./schema.ts";
import type { Asked, Source } from "./source.ts";

const Given = z.object({ file: z.string().nullish(), notebook: z.string().nullish() });

/** What is made a document of takes the place of the code; that code itself comes with the program. */
export async function exportSource({ functionID, inputs }: Asked): Promise<Source> {
  const { file, notebook } = Given.parse(inputs);
  const { stored, hash, id } = file == null ? await ofNotebook(must(notebook, "notebook")) : await ofFile(file);
  const { signature } = await query((db) =>
    db.selectFrom("function").select("signature").where("id", "=", functionID).executeTakeFirstOrThrow(),
  );
  return {
    task: "export",
    language: "python",
    source: stored,
    hash,
    inputs: signature.inputs,
    outputs: signature.outputs,
    used: file == null ? [{ entityID: id, role: "notebook", contentHash: hash }] : [],
    environment: null,
  };
}

type Exported = { id: string; stored: Stored; hash: string };

async function ofNotebook(id: string): Promise<Exported> {
  await Access.require(id, "read");
  const { name, stored, sha256 } = await Notebook.source(id);
  return { id, stored: { ...stored, fileName: `${safeName(name)}.ipynb` }, hash: sha256 };
}

/** As an input of the run it is noted where all inputs are. */
async function ofFile(id: string): Promise<Exported> {
  await Access.require(id, "read");
  const { key, bytes, contentType, name, etag } = await File.location(id);
  return { id, stored: { key, bytes, contentType, fileName: safeName(name) }, hash: `etag:${etag}` };
}
