import { join } from "node:path";
import { csvRelation } from "./csv.ts";
import type { Layout } from "./dialect.ts";
import { inferTypes, type SourceColumn } from "./infer.ts";
import { flattenJson } from "./json.ts";
import type { Request, Source, TextFile } from "./source-types.ts";

const FLAT: Omit<Layout, "names"> = { delimiter: ",", quote: '"', escape: '"', header: false, skip: 0, preamble: [] };

/** Objects become lines of a flat file, one at a time; what JSON says of its values bounds their types. */
export async function jsonSource(
  { path, encoding }: TextFile,
  format: "json" | "ndjson",
  { workdir, signal, beginning }: Request,
): Promise<Source> {
  const file = join(workdir, "flat.csv");
  const { names, allowed, padded, rejected } = await flattenJson(path, file, { format, signal, beginning });
  const layout: Layout = { ...FLAT, names: ["", ...names] };
  const relation = csvRelation(file, layout, { noteRejects: false, quotedNulls: false, padded });
  return {
    files: [file],
    format,
    plan: async (session) => {
      const columns = names.map(
        (name, i): SourceColumn => ({ sql: `c${i + 1}`, name, allowed: allowed[i] ?? "text", tokens: false }),
      );
      const inferred = await inferTypes(session, relation, columns);
      return {
        relation,
        columns: inferred.map(({ column, decision, expression }) => ({ name: column.name, decision, expression })),
        about: { encoding },
        rejected: async () => rejected,
      };
    },
  };
}
