export { migrateDown, migrateUp, migrationStatus } from "../database/migrate.ts";
export { Credentials, grantProgram } from "../database/role.ts";
