import type { Generated } from "kysely";

export type SettingTable = { name: string; value: unknown; changed_by: string | null; changed_at: Generated<Date> };
