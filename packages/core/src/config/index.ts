import { must } from "../util/index.ts";

export * as Config from "./index.ts";

/** Settings come from the environment that `stacks/` gives each function and job; secrets are fetched by their ARN. */
const read = (name: string): string => must(process.env[name], `environment variable ${name}`);

/** `host:port` of the PostgreSQL cluster. */
export const databaseHost = () => read("DATABASE_HOST");
export const databaseName = () => read("DATABASE_NAME");
/** Secrets Manager ARN of `{ username, password }`: of the owner of the schema for the migrator, of the program for everybody else. */
export const databaseSecretARN = () => read("DATABASE_SECRET_ARN");
/** The same of the role that the migrator makes for the program. */
export const programSecretARN = () => read("PROGRAM_SECRET_ARN");
export const objectsBucket = () => read("OBJECTS_BUCKET");
export const authSecretARN = () => read("AUTH_SECRET_ARN");
/** Secret the CDN puts into `x-origin-secret`; without it a request did not come through the front door. */
export const originSecretARN = () => read("ORIGIN_SECRET_ARN");
export const importStateMachineARN = () => read("IMPORT_STATE_MACHINE_ARN");
/** Who may create an account: anyone, or only somebody with an invitation. */
export const signUp = (): "open" | "invitation" => (process.env.SIGN_UP === "open" ? "open" : "invitation");
