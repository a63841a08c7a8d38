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
/** What fetches media from addresses. */
export const fetchMachineARN = () => read("FETCH_MACHINE_ARN");
/** What writes annotations to files and reads them from files. */
export const annotationsMachineARN = () => read("ANNOTATIONS_MACHINE_ARN");
/** What runs scripts, notebooks and training. */
export const executeMachineARN = () => read("EXECUTE_MACHINE_ARN");
/** What applies a model to a table. */
export const predictMachineARN = () => read("PREDICT_MACHINE_ARN");
/** What makes renditions of media. */
export const analyzeMachineARN = () => read("ANALYZE_MACHINE_ARN");
export const transcodeMachineARN = () => read("TRANSCODE_MACHINE_ARN");
/** Programs that read and make video; a host that has them elsewhere than on `PATH` says where. */
export const ffmpeg = (): string => process.env.FFMPEG || "ffmpeg";
export const ffprobe = (): string => process.env.FFPROBE || "ffprobe";
/** Videos of more minutes than the first are cut into parts of about so many as the second, which are encoded beside each other. */
export const videoParts = (): { longSeconds: number; partSeconds: number } => {
  const [long = 15, part = 5] = (process.env.VIDEO_PARTS || "15/5").split("/").map(Number);
  return { longSeconds: long * 60, partSeconds: part * 60 };
};
/** Who may create an account: anyone, or only somebody with an invitation. */
export const signUp = (): "open" | "invitation" => (process.env.SIGN_UP === "open" ? "open" : "invitation");
/** How many requests each account may make, as `Rate` reads it; none are counted where it is empty. */
export const rateLimits = (): string => process.env.RATE_LIMITS ?? "";
/** Queue whose messages wake the outbox's relay; whoever has none leaves that to the sweeper. */
export const relayQueueURL = (): string | undefined => process.env.RELAY_QUEUE_URL;
/** Address that browsers open their socket at. */
export const socketsURL = () => read("SOCKETS_URL");
/** Where what is said to sockets is sent. */
export const socketsEndpoint = () => read("SOCKETS_ENDPOINT");
/** Who mail comes from, `Atrium <atrium@example.org>`; a deployment without a sender sends none. */
export const mailFrom = (): string | undefined => process.env.MAIL_FROM || undefined;
/** Where the site is, without a slash at the end: for links in mail. */
export const siteURL = () => read("SITE_URL").replace(/\/$/, "");
/** Secret that webhooks' own secrets are kept under. */
export const webhookSecretARN = () => read("WEBHOOK_SECRET_ARN");
/** Hosts of the operator's own network that webhooks may reach. */
export const webhookHosts = (): string[] => (process.env.WEBHOOK_HOSTS ?? "").split(",").filter((host) => host !== "");
/** Hosts of the operator's own network that media may be fetched from. */
export const importHosts = (): string[] => (process.env.IMPORT_HOSTS ?? "").split(",").filter((host) => host !== "");
/** OpenID Connect providers as JSON, without their secrets. */
export const oidcProviders = (): string => process.env.OIDC_PROVIDERS || "[]";
/** Secrets Manager ARN of `{ "<id of the provider>": "<client secret>" }`. */
export const oidcSecretARN = () => read("OIDC_SECRET_ARN");
/** Whether an address must be proven before anybody comes in with it, wherever mail is sent; not where any neighbour may sign up. */
export const provesAddresses = () => process.env.PROVE_ADDRESSES !== "no";
