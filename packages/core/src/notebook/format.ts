import { z } from "zod";
import { AppError } from "../error/index.ts";

// What nbformat 4 demands of a notebook (https://nbformat.readthedocs.io/en/latest/format_description.html), as far as it
// is needed to show and to run it. Older formats are for Jupyter to convert.

const Text = z.union([z.string(), z.array(z.string())]);
const Metadata = z.looseObject({});
const Bundle = z.record(z.string(), z.unknown());

const Output = z.discriminatedUnion("output_type", [
  z.looseObject({ output_type: z.literal("stream"), name: z.string(), text: Text }),
  z.looseObject({ output_type: z.literal("display_data"), data: Bundle, metadata: Metadata }),
  z.looseObject({
    output_type: z.literal("execute_result"),
    data: Bundle,
    metadata: Metadata,
    execution_count: z.number().int().nullable(),
  }),
  z.looseObject({
    output_type: z.literal("error"),
    ename: z.string(),
    evalue: z.string(),
    traceback: z.array(z.string()),
  }),
]);

const common = {
  source: Text,
  metadata: Metadata.extend({ tags: z.array(z.string()).optional() }),
  id: z.string().max(64).optional(),
};
const attachments = { attachments: z.record(z.string(), Bundle).optional() };

const Cell = z.discriminatedUnion("cell_type", [
  z.looseObject({ cell_type: z.literal("markdown"), ...common, ...attachments }),
  z.looseObject({ cell_type: z.literal("raw"), ...common, ...attachments }),
  z.looseObject({
    cell_type: z.literal("code"),
    ...common,
    outputs: z.array(Output),
    execution_count: z.number().int().nullable(),
  }),
]);
export type Cell = z.infer<typeof Cell>;

const Named = z.looseObject({ name: z.string().optional() });
export const Content = z.looseObject({
  nbformat: z.literal(4, "Only notebooks of format 4 can be kept: open it in Jupyter and save it"),
  nbformat_minor: z.number().int().min(0),
  metadata: z.looseObject({
    kernelspec: Named.extend({ language: z.string().optional() }).optional(),
    language_info: Named.optional(),
  }),
  cells: z.array(Cell).max(20_000),
});
export type Content = z.infer<typeof Content>;

export const textOf = (text: string | string[]): string => (typeof text === "string" ? text : text.join(""));

/** The notebook that the bytes are; whatever else they are is told, at its place. */
export function parse(bytes: Uint8Array): Content {
  const parsed = Content.safeParse(json(bytes));
  if (!parsed.success) {
    const fields = parsed.error.issues
      .slice(0, 20)
      .map(({ path, message }) => ({ path: `/${path.join("/")}`, message }));
    throw invalid(`${placeOf(fields[0]?.path ?? "/")}: ${fields[0]?.message}.`, fields);
  }
  const twice = firstTwice(parsed.data.cells.flatMap(({ id }) => (id === undefined ? [] : [id])));
  if (twice === undefined) return parsed.data;
  throw invalid(`Two of its cells have the id ${JSON.stringify(twice)}.`, [
    { path: "/cells", message: "Ids are unique" },
  ]);
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw invalid("It holds no JSON.", [], error);
  }
}

/** `/cells/3/outputs/0/data` in words. */
function placeOf(path: string): string {
  const cell = /^\/cells\/(\d+)/.exec(path)?.[1];
  return cell === undefined ? path : `Cell ${Number(cell) + 1}, ${path.slice(`/cells/${cell}`.length) || "itself"}`;
}

function firstTwice(ids: string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

const invalid = (what: string, fields: { path: string; message: string }[], cause?: unknown) =>
  new AppError("unprocessable", "notebook.invalid", `This is not a notebook. ${what}`, { fields, cause });
