import type { Class } from "./cells.ts";

/** What is asked about. */
export type Subject = "localization" | "state" | "media" | "section";

type BuiltIn = { of: Class; column: string; nullable?: true };

const marked: Record<string, BuiltIn> = {
  $id: { of: "number", column: "id" },
  $elementalId: { of: "uuid", column: "elemental_id" },
  $type: { of: "id", column: "type_id" },
  $layer: { of: "id", column: "layer_id" },
  $mark: { of: "number", column: "mark" },
  $createdBy: { of: "id", column: "created_by" },
  $modifiedBy: { of: "id", column: "modified_by" },
  $createdAt: { of: "datetime", column: "created_at" },
  $modifiedAt: { of: "datetime", column: "modified_at" },
};
const part = (column: string): BuiltIn => ({ of: "number", column, nullable: true });

/** Fields that everything of a subject has, beside its attributes. */
export const BUILT_IN: Record<Subject, Record<string, BuiltIn>> = {
  localization: {
    ...marked,
    $media: { of: "id", column: "media_id" },
    $frame: { of: "number", column: "frame" },
    $key: { of: "bool", column: "key" },
    $x: part("x"),
    $y: part("y"),
    $width: part("width"),
    $height: part("height"),
    $u: part("u"),
    $v: part("v"),
  },
  state: {
    ...marked,
    $frame: part("frame"),
    $endFrame: part("end_frame"),
    $color: { of: "string", column: "color", nullable: true },
  },
  media: {
    $id: { of: "id", column: "id" },
    $name: { of: "string", column: "name" },
    $section: { of: "id", column: "parent_id" },
    $type: { of: "id", column: "type_id", nullable: true },
    $dtype: { of: "id", column: "dtype" },
    $state: { of: "id", column: "state" },
    $width: part("width"),
    $height: part("height"),
    $frames: part("frames"),
    $duration: part("duration"),
    $createdBy: { of: "id", column: "created_by" },
    $createdAt: { of: "datetime", column: "created_at" },
    $updatedAt: { of: "datetime", column: "updated_at" },
  },
  section: {
    $id: { of: "id", column: "id" },
    $name: { of: "string", column: "name" },
  },
};

const ATTRIBUTE = "attributes.";

/** The attribute a field names, or undefined. */
export const attributeOf = (field: string): string | undefined =>
  field.startsWith(ATTRIBUTE) ? field.slice(ATTRIBUTE.length) : undefined;

/** Attributes of each subject that has any: what the values of a name are compared as. */
export type Known = Record<"localization" | "state" | "media", Map<string, Set<Class>>>;

/** What a field of a subject is compared as; more than one where types of one name differ; nothing where there is none. */
export function classesOf(field: string, subject: Subject, known: Known): Class[] {
  const name = attributeOf(field);
  if (name !== undefined) return subject === "section" ? [] : [...(known[subject].get(name) ?? [])];
  const fields = BUILT_IN[subject];
  const found = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return found ? [found.of] : [];
}
