import type { Generated } from "kysely";

export type RateBucketTable = { key: Buffer; tokens: number; granted: number; at: Generated<Date> };
