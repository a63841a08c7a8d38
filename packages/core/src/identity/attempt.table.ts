import type { Generated } from "kysely";

export type AttemptTable = { key: Buffer; count: number; since: Generated<Date> };
