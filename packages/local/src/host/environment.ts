import { join } from "node:path";
import type { Settings } from "../home/index.ts";

export type Endpoints = { aws: string; objects: string; region: string; settings: Settings; cache: string };

/** What the SDK clients in functions and jobs read on AWS from their surroundings. */
export const awsEnvironment = ({ aws, objects, region, settings, cache }: Endpoints): Record<string, string> => ({
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: settings.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: settings.credentials.secretAccessKey,
  AWS_ENDPOINT_URL: aws,
  AWS_ENDPOINT_URL_S3: objects,
  AWS_EC2_METADATA_DISABLED: "true",
  // Compiled code is kept between processes: a function's first answer comes some 100 ms earlier.
  NODE_COMPILE_CACHE: join(cache, "compiled"),
});

type Local = { signUpOpen: boolean; providers: string };

/** Where settings of the program must differ here. Applied only where the program sets them. */
export const localSettings = ({ signUpOpen, providers }: Local): Record<string, string> => ({
  // The database is reached over the loopback interface, which nobody listens in on.
  DATABASE_TLS: "off",
  // One process here does the work of many sandboxes.
  DATABASE_POOL: "4",
  // Kept for the mailbox page, whoever it is addressed to.
  MAIL_FROM: "Atrium <atrium@localhost>",
  OIDC_PROVIDERS: providers,
  ...(process.env.ATRIUM_VIDEO_PARTS ? { VIDEO_PARTS: process.env.ATRIUM_VIDEO_PARTS } : {}),
  ...(process.env.ATRIUM_IMPORT_HOSTS ? { IMPORT_HOSTS: process.env.ATRIUM_IMPORT_HOSTS } : {}),
  ...(signUpOpen ? { SIGN_UP: "open", PROVE_ADDRESSES: "no" } : {}),
});
