import { z } from "zod";
import { Fields, Value } from "../attribute/schema.ts";
import { Description, Name, Tags } from "./schema.ts";

const MOST = 200;

/** What people change of any entity. Attributes that are not named stay; `null` takes one away. */
export const Patch = z.strictObject({
  name: Name.optional(),
  description: Description.optional(),
  tags: Tags.optional(),
  attributes: z
    .record(Fields.name, Value.nullable())
    .refine((values) => Object.keys(values).length <= MOST, `At most ${MOST} at once`)
    .optional(),
  /** Names of attributes that go back to their default. */
  resetAttributes: z.array(Fields.name).max(MOST).optional(),
});
export type Patch = z.infer<typeof Patch>;
