import type { Interface } from "../function/schema.ts";
import type { Description } from "./schema.ts";

/** A model is a function of a table: its rows again, with what is predicted for each. */
export const signatureOf = ({ outcome, features }: Pick<Description, "outcome" | "features">): Interface => ({
  inputs: [
    {
      name: "table",
      type: "dataframe",
      description: `With the columns ${list(features.map(({ name }) => name))}`,
      options: { caption: "Table" },
    },
    {
      name: "columns",
      type: "column_list",
      description: "Columns of the table to keep beside the prediction; all of them when left out",
      options: { caption: "Columns to keep", table: "table", optional: true, nullable: true },
    },
    {
      name: "name",
      type: "string",
      description: "What the new table is to be called",
      options: { caption: "Name", optional: true, nullable: true },
    },
    ...(outcome.classes
      ? [
          {
            name: "probabilities",
            type: "bool" as const,
            default: true,
            description: "A column for each class with how likely it is",
            options: { caption: "Probabilities" },
          },
        ]
      : []),
  ],
  outputs: [{ name: "table", type: "dataframe", description: `With ${outcome.name} as predicted`, options: {} }],
});

const SHOWN = 8;
const list = (names: string[]): string =>
  names.length <= SHOWN ? names.join(", ") : `${names.slice(0, SHOWN).join(", ")} and ${names.length - SHOWN} more`;
