import { type RawBuilder, sql } from "kysely";
import type { Info as Type } from "../annotation-type/schema.ts";
import type { FieldError } from "../error/index.ts";
import { Attributes } from "./attributes.ts";
import { type Columns, json } from "./change.ts";
import type { Kind, LocalizationPatch, StatePatch } from "./schema.ts";
import { faultsOf, stateFaults } from "./shape.ts";

export type Patch = LocalizationPatch & StatePatch;
type Fault = (...fields: FieldError[]) => void;

const COLUMNS: Record<Kind, Partial<Record<keyof Patch, [column: string, type: string]>>> = {
  localization: {
    frame: ["frame", "integer"],
    x: ["x", "double precision"],
    y: ["y", "double precision"],
    width: ["width", "double precision"],
    height: ["height", "double precision"],
    u: ["u", "double precision"],
    v: ["v", "double precision"],
    key: ["key", "boolean"],
  },
  state: {
    frame: ["frame", "integer"],
    endFrame: ["end_frame", "integer"],
    color: ["color", "text"],
    mediaIds: ["media_ids", "text[]"],
  },
};

/** What a change does to annotations of one type, as columns of their next marks. */
export function columnsOf(
  kind: Kind,
  patch: Patch,
  { from, to }: { from: Type; to: Type },
  path: string,
  fault: Fault,
): Columns {
  const columns: Columns = {};
  for (const [field, [column, type]] of Object.entries(COLUMNS[kind])) {
    const value = patch[field as keyof Patch];
    if (value !== undefined) columns[column] = sql`${value}::${sql.raw(type)}`;
  }
  if (patch.points !== undefined) columns.points = json(patch.points);
  if (kind === "localization") fault(...faultsOf(to.shape, patch, path, { change: true }));
  else fault(...stateFaults(to.shape, patch, path));
  const members = membersOf(patch);
  if (members) columns.localization_ids = members;
  return { ...columns, ...attributesOf(patch, from, to, path, fault) };
}

function attributesOf(patch: Patch, from: Type, to: Type, path: string, fault: Fault): Columns {
  const attributes = new Attributes(to.attributes);
  const { set, unset } = attributes.changed(patch.attributes ?? {}, patch.resetAttributes ?? [], path, fault);
  const changed = (before: RawBuilder<unknown>) => sql`(${before} || ${json(set)}) - ${unset}::text[]`;
  if (from.id === to.id)
    return Object.keys(set).length + unset.length === 0 ? {} : { attributes: changed(sql`s.attributes`) };
  if (from.shape !== to.shape)
    fault({ path: `${path}/typeId`, message: `What is a ${from.shape} can't become a ${to.shape}` });
  const { keep, defaults, lacking } = attributes.takenFrom(from.attributes);
  fault(
    ...lacking
      .filter((name) => !Object.hasOwn(set, name))
      .map((name) => ({ path: `${path}/attributes/${name}`, message: "This attribute is required" })),
  );
  const kept = sql`(select coalesce(jsonb_object_agg(a.key, a.value), '{}') from jsonb_each(s.attributes) a where a.key = any (${keep}::text[]))`;
  return { type_id: sql`${to.id}`, attributes: changed(sql`${json(defaults)} || ${kept}`) };
}

function membersOf({
  localizationIds,
  addLocalizationIds,
  removeLocalizationIds,
}: Patch): RawBuilder<unknown> | undefined {
  if (!localizationIds && !addLocalizationIds && !removeLocalizationIds) return undefined;
  const given = localizationIds ? sql`${localizationIds}::uuid[]` : sql`s.localization_ids`;
  return sql`array(select distinct m from unnest(${given} || ${addLocalizationIds ?? []}::uuid[]) m
    where m <> all (${removeLocalizationIds ?? []}::uuid[]))`;
}
