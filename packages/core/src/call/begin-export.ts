import { z } from "zod";
import { Access } from "../access/index.ts";
import { transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { Run } from "../run/index.ts";
import { must } from "../util/index.ts";
import type { Begun } from "./begin-code.ts";

const Given = z.object({ file: z.string().nullish(), notebook: z.string().nullish() });

/** Makes a document of a notebook, or of a file that is one. That runs nothing of it, so it takes reading it alone. */
export const beginExport = ({ function: called, inputs, projectID }: Begun): Promise<{ runID: string }> =>
  transaction(async () => {
    const { file, notebook } = Given.parse(inputs);
    if ((file == null) === (notebook == null)) throw needsOne();
    const exported =
      file == null ? await Entity.get(must(notebook, "notebook"), "notebook") : await Entity.get(file, "file");
    await Access.require(exported.id, "read");
    const target = projectID ?? must(exported.projectId, "project of what is exported");
    await Access.require(target, "create");
    return { runID: await Run.create({ functionID: called.id, projectID: target, subjectID: target, inputs }) };
  });

const needsOne = () =>
  new AppError("input", "input.invalid", "/inputs/file: Name either a file or a notebook.", {
    fields: [{ path: "/inputs/file", message: "Either a file or a notebook is needed" }],
  });
