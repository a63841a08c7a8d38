export { migrateDown, migrateUp, migrationStatus } from "../database/migrate.ts";
