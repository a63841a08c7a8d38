import { type RawBuilder, sql } from "kysely";
import type { Subject } from "./fields.ts";
import { invalidFilter } from "./invalid.ts";
import type { Filter, Related } from "./schema.ts";

type Condition = RawBuilder<boolean>;
/** How a filter becomes a condition on rows of a subject. */
type Compile = (filter: Filter, subject: Subject, alias: string, path: string) => Condition;
type At = { subject: Subject; alias: string; layers: readonly string[]; path: string; compile: Compile };

/** What is related to what: the table it is in, and how it is found from a row. */
type Relation = { subject: Subject; from: (alias: string, row: string) => RawBuilder<unknown> };

const live = (alias: string) => sql`${sql.ref(`${alias}.latest`)} and not ${sql.ref(`${alias}.deleted`)}`;
const ref = (alias: string, column: string) => sql.ref(`${alias}.${column}`);

const localizations = (alias: string, on: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`localization ${sql.ref(alias)} where ${on} and ${live(alias)}`;
const states = (alias: string, on: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`state ${sql.ref(alias)} where ${on} and ${live(alias)}`;
const media = (alias: string, on: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`entity ${sql.ref(alias)} where ${on} and ${ref(alias, "deleted_at")} is null`;
/** A frame state holds for its frame, or from its first to its last. */
const during = (state: string, frame: RawBuilder<unknown>) =>
  sql`${frame} between ${ref(state, "frame")} and coalesce(${ref(state, "end_frame")}, ${ref(state, "frame")})`;

/** The media of a localization, and the projects it lies in. */
const around = (alias: string, where: RawBuilder<unknown>) => sql`entity ${sql.ref(alias)}
  where ${ref(alias, "kind")} = 'project' and ${ref(alias, "id")} in (
    select unnest(c.ancestors) from entity m join scope c on c.id = m.scope_id where ${where})`;

const RELATIONS: Partial<Record<Subject, Partial<Record<Related, Relation>>>> = {
  localization: {
    media: { subject: "media", from: (to, row) => media(to, sql`${ref(to, "id")} = ${ref(row, "media_id")}`) },
    track: {
      subject: "state",
      from: (to, row) => states(to, sql`${ref(to, "localization_ids")} @> array[${ref(row, "elemental_id")}]`),
    },
    coincidentStates: {
      subject: "state",
      from: (to, row) =>
        states(
          to,
          sql`${ref(to, "media_ids")} @> array[${ref(row, "media_id")}]::text[] and ${during(to, ref(row, "frame"))}`,
        ),
    },
    coincidentLocalizations: {
      subject: "localization",
      from: (to, row) =>
        localizations(
          to,
          sql`${ref(to, "media_id")} = ${ref(row, "media_id")} and ${ref(to, "frame")} = ${ref(row, "frame")}
            and ${ref(to, "elemental_id")} <> ${ref(row, "elemental_id")}`,
        ),
    },
    section: { subject: "section", from: (to, row) => around(to, sql`m.id = ${ref(row, "media_id")}`) },
  },
  state: {
    media: { subject: "media", from: (to, row) => media(to, sql`${ref(to, "id")} = any (${ref(row, "media_ids")})`) },
    localizations: {
      subject: "localization",
      from: (to, row) => localizations(to, sql`${ref(to, "elemental_id")} = any (${ref(row, "localization_ids")})`),
    },
    coincidentStates: {
      subject: "state",
      from: (to, row) =>
        states(
          to,
          sql`${ref(to, "media_ids")} && ${ref(row, "media_ids")} and ${ref(to, "elemental_id")} <> ${ref(row, "elemental_id")}
            and ${during(to, ref(row, "frame"))}`,
        ),
    },
    coincidentLocalizations: {
      subject: "localization",
      from: (to, row) =>
        localizations(
          to,
          sql`${ref(to, "media_id")} = any (${ref(row, "media_ids")}) and ${during(row, ref(to, "frame"))}`,
        ),
    },
    section: { subject: "section", from: (to, row) => around(to, sql`m.id = any (${ref(row, "media_ids")})`) },
  },
  media: {
    localizations: {
      subject: "localization",
      from: (to, row) => localizations(to, sql`${ref(to, "media_id")} = ${ref(row, "id")}`),
    },
    states: {
      subject: "state",
      from: (to, row) => states(to, sql`${ref(to, "media_ids")} @> array[${ref(row, "id")}]::text[]`),
    },
    section: { subject: "section", from: (to, row) => around(to, sql`m.id = ${ref(row, "id")}`) },
  },
};

/** That something related fulfils a filter of its own. */
export function relate(
  { related, where }: { related: Related; where: Filter },
  { subject, alias, layers, path, compile }: At,
): Condition {
  const relation = RELATIONS[subject]?.[related];
  if (!relation) throw invalidFilter(`A ${subject} has no ${related}`, `${path}/related`);
  // Of one letter more than what it is related to, so that no two in a filter are called the same.
  const to = `${alias}r`;
  const marked = relation.subject === "localization" || relation.subject === "state";
  const seen = marked ? sql` and ${ref(to, "layer_id")} = any (${[...layers]}::text[])` : sql``;
  const fulfils = compile(where, relation.subject, to, `${path}/where`);
  return sql`exists (select from ${relation.from(to, alias)}${seen} and ${fulfils})`;
}
