import { z } from "zod";

// What a function takes and gives, in the terms of Datagrok's annotation headers, so that its scripts and queries can be
// brought along. JSON Schema is another notation of the same.

const SCALARS = ["int", "double", "bool", "string", "datetime", "bigint", "num", "qnum"] as const;
const COLLECTIONS = ["list", "map"] as const;
const TABULAR = ["dataframe", "column", "column_list", "cell", "row"] as const;
const BYTES = ["file", "blob", "graphics", "media"] as const;
const OTHERS = [
  "viewer",
  "view",
  "user",
  "dynamic",
  "object",
  "funccall",
  "semantic_value",
  "widget",
  "project",
  /** One that was executed. */
  "notebook",
] as const;

export const ParameterType = z.enum([...SCALARS, ...COLLECTIONS, ...TABULAR, ...BYTES, ...OTHERS]);
export type ParameterType = z.infer<typeof ParameterType>;

/** `values` are written out; `source` is a call that gives them, such as `Query("…")` or `Pkg:countries`. */
export const Choices = z.union([z.object({ values: z.array(z.string()) }), z.object({ source: z.string() })]);
export type Choices = z.infer<typeof Choices>;

/** What narrows a parameter and how its field looks. Options that are none of these are kept in `other`. */
export const Options = z.object({
  caption: z.string().optional(),
  postfix: z.string().optional(),
  units: z.string().optional(),
  category: z.string().optional(),
  inputType: z.string().optional(),
  format: z.string().optional(),
  semType: z.string().optional(),
  /** May be null. */
  nullable: z.boolean().optional(),
  /** May be left out. */
  optional: z.boolean().optional(),
  validators: z.array(z.string()).optional(),
  choices: Choices.optional(),
  suggestions: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().optional(),
  /** The text is a condition on a column of this type, such as `>10`. */
  pattern: z.string().optional(),
  separators: z.string().optional(),
  allowNulls: z.boolean().optional(),
  columns: z.enum(["numerical", "categorical"]).optional(),
  columnType: z.enum(["numerical", "categorical", "dateTime"]).optional(),
  /** The table parameter that a column belongs to. */
  table: z.string().optional(),
  action: z.object({ verb: z.enum(["join", "replace"]), table: z.string() }).optional(),
  visible: z.string().optional(),
  enabled: z.string().optional(),
  propagateChoice: z.literal("all").optional(),
  editor: z.string().optional(),
  editorParam: z.string().optional(),
  other: z.record(z.string(), z.string()).optional(),
});
export type Options = z.infer<typeof Options>;

export const Parameter = z.object({
  name: z.string(),
  type: ParameterType,
  /** Of a list: what each of it is. */
  item: ParameterType.optional(),
  default: z.unknown().optional(),
  description: z.string().optional(),
  options: Options,
});
export type Parameter = z.infer<typeof Parameter>;

export const Signature = z.object({
  name: z.string().optional(),
  friendlyName: z.string().optional(),
  description: z.string().optional(),
  language: z.string().optional(),
  tags: z.array(z.string()),
  helpUrl: z.string().optional(),
  reference: z.string().optional(),
  topMenu: z.array(z.string()).optional(),
  sample: z.string().optional(),
  environment: z.string().optional(),
  condition: z.string().optional(),
  connection: z.string().optional(),
  schedule: z.object({ cron: z.string(), runAs: z.string().optional() }).optional(),
  tests: z.array(z.string()),
  meta: z.record(z.string(), z.string()),
  inputs: z.array(Parameter),
  outputs: z.array(Parameter),
});
export type Signature = z.infer<typeof Signature>;

/** What is wrong with a header, by line, the first being 1. */
export const Problem = z.object({ line: z.number().int(), message: z.string() });
export type Problem = z.infer<typeof Problem>;
