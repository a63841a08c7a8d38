import { z } from "zod";
import { Access } from "../access/index.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import type { Functions } from "../function/index.ts";
import { Run } from "../run/index.ts";
import type { Parameter } from "../signature/schema.ts";
import { mayExecute } from "./may-execute.ts";

export type Begun = {
  function: Functions.Info;
  /** As the signature wants them. */
  inputs: Record<string, unknown>;
  /** Where what it makes is to lie. */
  projectID: string | undefined;
};

/** Starts what somebody else wrote: that takes the right to execute it, to put things into the project, and to read what it is given. */
export const beginCode = ({ function: called, inputs, projectID }: Begun): Promise<{ runID: string }> =>
  transaction(async () => {
    await Access.require(called.id, "see");
    mayExecute();
    await Access.require(called.id, "execute");
    const target = projectID ?? called.projectId;
    if (target === null) throw needsProject();
    await Access.require(target, "create");
    for (const id of entitiesOf(called.signature.inputs, inputs)) await Access.require(id, "read");
    return { runID: await Run.create({ functionID: called.id, projectID: target, subjectID: target, inputs }) };
  });

const STORED = ["dataframe", "file", "blob", "media", "project"];
const IDs = z.union([z.string().transform((id) => [id]), z.array(z.string())]);

/** What of the inputs is an entity. */
export const entitiesOf = (parameters: Parameter[], inputs: Record<string, unknown>): string[] =>
  parameters.flatMap(({ name, type, item = type }) => {
    const ids = STORED.includes(item) ? IDs.safeParse(inputs[name]) : undefined;
    return ids?.success ? ids.data : [];
  });

const needsProject = () =>
  new AppError("input", "input.invalid", "/projectId: Say in which project the results are to lie.", {
    fields: [{ path: "/projectId", message: "A project is needed" }],
  });
