import type { Generated } from "kysely";

export type FavoriteTable = { user_id: string; entity_id: string; created_at: Generated<Date> };
