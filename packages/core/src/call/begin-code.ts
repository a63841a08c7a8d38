import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
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
    await Access.require(called.id, "see");
    mayExecute();
    await Access.require(called.id, "execute");
    const target = projectID ?? called.projectId;
    if (target === null) throw needsProject();
    await Access.require(target, "create");
    for (const id of entitiesOf(called.signature.inputs, inputs)) await Access.require(id, "read");
    return { runID: await Run.create({ functionID: called.id, projectID: target, subjectID: target, inputs }) };
  });

/** What no owner of the project can help with. */
function mayExecute(): void {
  const { mayExecute, key } = Actor.user();
  if (!mayExecute) throw refused("Running code takes the right to execute, which an administrator gives to people.");
  if (key && !key.scopes.some((scope) => scope === "execute" || scope === "admin"))
    throw refused('This API key may not execute code: that takes one with the scope "execute".');
}

const refused = (message: string) => new AppError("forbidden", "access.denied", message);

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
