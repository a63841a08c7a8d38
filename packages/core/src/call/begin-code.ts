import { z } from "zod";
import { Access } from "../access/index.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import type { Functions } from "../function/index.ts";
import { Run } from "../run/index.ts";
import type { Parameter } from "../signature/schema.ts";

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
    await Access.require(called.id, "execute");
    const target = projectID ?? called.projectId;
    if (target === null) throw needsProject();
    await Access.require(target, "create");
    for (const id of entitiesOf(called.signature.inputs, inputs)) await Access.require(id, "read");
    return { runID: await Run.create({ functionID: called.id, projectID: target, subjectID: target, inputs }) };
  });

const STORED = ["dataframe", "file", "blob", "project"];
const ID = z.string();

/** What of the inputs is an entity. */
export const entitiesOf = (parameters: Parameter[], inputs: Record<string, unknown>): string[] =>
  parameters.flatMap(({ name, type }) => {
    const id = STORED.includes(type) ? ID.safeParse(inputs[name]) : undefined;
    return id?.success ? [id.data] : [];
  });

const needsProject = () =>
  new AppError("input", "input.invalid", "/projectId: Say in which project the results are to lie.", {
    fields: [{ path: "/projectId", message: "A project is needed" }],
  });
