import { Annotation } from "@atrium/core/annotation";
import { Attribute } from "@atrium/core/attribute";
import { Paging } from "@atrium/core/paging";
import { z } from "@hono/zod-openapi";
import { Frames } from "./frames-between.ts";
import { Flag } from "./respond.ts";

const MOST_FILTER = 50_000;
const IDs = z.array(z.string().max(64)).max(200);
const texts = z
  .string()
  .max(15_000)
  .transform((text) => text.split(","));
/** Ids with commas between. */
export const Names = texts.pipe(IDs);

const fromJSON = z
  .string()
  .max(MOST_FILTER)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "Is no JSON" });
      return z.NEVER;
    }
  });

export const FilterSchema = Annotation.Filter.openapi({
  type: "object",
  description:
    'A leaf {"field", "op", "value"}, {"and": […]}, {"or": […]}, {"not": …} or {"related", "where"}; see the guide',
});

/** Of every list of annotations. */
export const AnnotationQuery = z.object({
  layer: Names.optional().openapi({ type: "string", description: "Ids with commas between; all where none is named" }),
  type: Names.optional().openapi({ type: "string" }),
  frame: Frames.optional().openapi({ type: "string", example: "10:20" }),
  elementalId: texts.pipe(z.array(z.uuid())).optional().openapi({ type: "string" }),
  filter: fromJSON.pipe(Annotation.Filter).optional().openapi({ type: "string", description: "A filter as JSON" }),
  sort: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(Paging.MAX_LIMIT).optional(),
  cursor: z.string().max(4_000).optional(),
  fields: z.string().max(2_000).optional(),
  count: Flag.optional(),
});

/** The same in a body, where a filter may be long. */
const Meant = {
  layer: IDs.optional(),
  type: IDs.optional(),
  mediaId: z.string().max(64).optional(),
  ids: z.array(z.uuid()).max(100_000).optional(),
  filter: FilterSchema.optional(),
};

export const SearchBody = z.strictObject({
  ...Meant,
  sort: z.string().max(500).optional(),
  limit: z.number().int().min(1).max(Paging.MAX_LIMIT).optional(),
  cursor: z.string().max(4_000).optional(),
  fields: z.string().max(2_000).optional(),
  count: z.boolean().optional(),
});

export const TypesBody = z.strictObject(Meant);

export const DeleteBody = z.strictObject({ ...Meant, count: z.number().int().min(0).optional() });

export const PatchBody = (patch: z.ZodObject) =>
  DeleteBody.extend({
    /** What every one of them gets. */
    values: patch.omit({ resetAttributes: true }).default({}),
    resetAttributes: z.array(Attribute.AttributeName).max(200).optional(),
    newLayer: z.string().max(64).optional(),
  });

type Query = z.output<typeof AnnotationQuery>;
type Body = Omit<z.output<typeof DeleteBody>, "count">;

export const queried = ({ layer, type, frame, elementalId, ...rest }: Query) => ({
  ...rest,
  layers: layer,
  types: type,
  frames: frame,
  elementalIDs: elementalId,
});

export const meant = ({ layer, type, mediaId, ids, filter }: Body) => ({
  layers: layer,
  types: type,
  elementalIDs: ids,
  filter,
  ...(mediaId === undefined ? {} : { mediaID: mediaId }),
});
