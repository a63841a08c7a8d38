import type { Generated } from "kysely";

export type LayerTable = {
  id: string;
  number: number;
  base_ids: Generated<string[]>;
  show_empty: Generated<boolean>;
};
