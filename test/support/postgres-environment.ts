import "./provided.ts";
import { inject } from "vitest";

const postgres = inject("postgres");
if ("failure" in postgres) throw new Error(`No PostgreSQL to test against: ${postgres.failure}`);
Object.assign(process.env, postgres.environment);
