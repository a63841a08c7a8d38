import { z } from "zod";
import { Annotation } from "../annotation/index.ts";
import { Entity } from "../entity/index.ts";

/** A search's text; of localizations their filter, which may be longer, as JSON. */
const Query = Entity.Text(10_000).trim().min(1);
const MOST_TEXT = 1_000;

export const Subject = z.enum(["entities", "localizations"]);
export type Subject = z.infer<typeof Subject>;

export const Create = z
  .strictObject({
    name: Entity.Name,
    q: Query,
    /** What it finds. */
    subject: Subject.default("entities"),
    /** Where it looks; everywhere without. */
    projectId: z.string().max(64).optional(),
    /** With whoever sees the project. */
    shared: z.boolean().default(false),
  })
  .refine(({ shared, projectId }) => !shared || projectId !== undefined, {
    message: "A search of one project can be shared; of everywhere, give its address to others",
    path: ["shared"],
  })
  .refine(({ subject, projectId }) => subject === "entities" || projectId !== undefined, {
    message: "Annotations are searched in one project",
    path: ["projectId"],
  })
  .superRefine(({ subject, q }, context) => {
    const problem = problemOf(subject, q);
    if (problem) context.addIssue({ code: "custom", message: problem, path: ["q"] });
  });

/** What is wrong with the text of a search. */
export function problemOf(subject: Subject, q: string): string | undefined {
  if (subject === "entities") return q.length > MOST_TEXT ? `At most ${MOST_TEXT} characters` : undefined;
  try {
    const { error } = Annotation.Filter.safeParse(JSON.parse(q));
    return error && (error.issues[0]?.message ?? "Is no filter");
  } catch {
    return "Is no JSON";
  }
}

export const Patch = z.strictObject({
  name: Entity.Name.optional(),
  q: Query.optional(),
  shared: z.boolean().optional(),
});

export const Info = z.object({
  id: z.string(),
  name: z.string(),
  q: z.string(),
  subject: Subject,
  project: z.object({ id: z.string(), name: z.string() }).nullable(),
  shared: z.boolean(),
  /** Whether the one who asks may change and delete it. */
  mine: z.boolean(),
  createdBy: Entity.Person,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Info = z.infer<typeof Info>;
