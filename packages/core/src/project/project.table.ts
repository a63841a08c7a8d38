import type { Generated } from "kysely";

export type ProjectTable = { id: string; readme: Generated<string>; copied_from: string | null };

/** The first part of a project's address, now or before. */
export type NamespaceTable = {
  slug: string;
  group_id: string;
  is_current: Generated<boolean>;
  created_at: Generated<Date>;
};

/** The part of an address that names a project in its place: a namespace's group or the project around it. */
export type ProjectPathTable = {
  place_id: string;
  slug: string;
  project_id: string;
  is_current: Generated<boolean>;
  created_at: Generated<Date>;
};
