import { Access } from "../access/index.ts";
import { allowEdit } from "../annotation/place.ts";
import { select } from "../annotation/select.ts";
import { AnnotationType } from "../annotation-type/index.ts";
import { pointer } from "../attribute/apply.ts";
import { query, transaction } from "../database/index.ts";
import { AppError, type FieldError } from "../error/index.ts";
import { Functions } from "../function/index.ts";
import { Layer } from "../layer/index.ts";
import { requirePlace } from "../project/place.ts";
import { Run } from "../run/index.ts";
import { fn } from "../util/index.ts";
import { Export, Import } from "./schema.ts";

/** Asks for a file of annotations. What whoever asks does not see is not in it. */
export const beginExport = fn(Export, (inputs) =>
  transaction(async (): Promise<{ runID: string }> => {
    const { projectId: projectID, mediaIds, layers, filter } = inputs;
    Access.check(await Access.require(projectID, "create"), "read");
    await requirePlace({ parentId: projectID });
    await refuseUnseen("mediaIds", "media", mediaIds ?? []);
    await refuseUnseen("layers", "layer", layers ?? []);
    // What is wrong with a filter is said now, not by a run that fails.
    if (filter) await select({ kind: "localization", projectID, filter });
    const runID = await Run.create({
      functionID: Functions.EXPORT_ANNOTATIONS_ID,
      projectID,
      subjectID: projectID,
      inputs,
    });
    return { runID };
  }),
);

/** Asks for a file to be taken in. What of it is about what must be edited is asked when it is read. */
export const beginImport = fn(Import, (inputs) =>
  transaction(async (): Promise<{ runID: string }> => {
    const { projectId: projectID, fileId, layerId, newLayer, mediaId, createTypes } = inputs;
    const privileges = await Access.require(projectID, "edit");
    if (newLayer != null) Access.check(privileges, "create");
    if (createTypes) Access.check(privileges, "manage");
    if (layerId != null && newLayer != null)
      throw new AppError("input", "annotation_file.two_layers", "Choose a layer or name a new one.", {
        fields: [{ path: "/newLayer", message: "Not beside an existing layer" }],
      });
    await refuseUnseen("fileId", "file", [fileId]);
    await refuseUnseen("mediaId", "media", mediaId == null ? [] : [mediaId]);
    await allowEdit(layerId == null ? [] : [{ id: layerId, path: "/layerId" }], "layer");
    await refuseMapping(inputs);
    const isNamed = layerId != null || newLayer != null || inputs.preview === true;
    const runID = await Run.create({
      ...{ functionID: Functions.IMPORT_ANNOTATIONS_ID, projectID, subjectID: projectID },
      inputs: isNamed ? inputs : { ...inputs, layerId: await Layer.baseline(projectID) },
    });
    return { runID };
  }),
);

/** What a file's classes and attributes become is told before anything is read: it has to be there, and no two become one. */
async function refuseMapping({ projectId, classes, attributes }: Import): Promise<void> {
  const types = new Map((await AnnotationType.typesAround(projectId)).map((type) => [type.id, type]));
  const given = new Map(Object.entries(classes ?? {}));
  const faults: FieldError[] = [];
  for (const [name, id] of given)
    if (id !== null && !types.has(id))
      faults.push({ path: `/classes/${pointer(name)}`, message: "There is no such annotation type here" });
  for (const [name, names] of Object.entries(attributes ?? {})) {
    const type = types.get(given.get(name) ?? "");
    const taken = new Set<string>();
    for (const [from, to] of Object.entries(names)) {
      const path = `/attributes/${pointer(name)}/${pointer(from)}`;
      if (to === null) continue;
      if (taken.has(to)) faults.push({ path, message: "Another one becomes this already" });
      else if (type && !type.attributes.some((one) => one.name === to))
        faults.push({ path, message: `${type.name} has no attribute of this name` });
      taken.add(to);
    }
  }
  if (faults.length > 0)
    throw new AppError("input", "annotation_file.mapping", "What the file speaks of can't become what was chosen.", {
      fields: faults.slice(0, 100),
    });
}

/** What whoever acts does not see does not exist. */
export async function refuseUnseen(
  field: string,
  kind: "media" | "layer" | "file",
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await query((db) =>
    db
      .selectFrom("entity")
      .select("id")
      .where("id", "in", [...ids])
      .where("kind", "=", kind)
      .where("deleted_at", "is", null)
      .execute(),
  );
  const there = new Set(rows.map(({ id }) => id));
  const faults = [];
  for (const [i, id] of ids.entries())
    if (!there.has(id) || !Access.has(await Access.effective(id), "read"))
      faults.push({ path: `/${field}/${i}`, message: `There is no such ${kind} that you can see` });
  if (faults.length > 0)
    throw new AppError("input", "annotation_file.not_there", `Some ${kind} are not there.`, { fields: faults });
}
