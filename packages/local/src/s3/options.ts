import type { NoticeRule } from "./notices/rule.ts";

/** The names of the synthesized graph's CORS rules, so that the host passes them on as they are. */
export type CorsRule = {
  allowedOrigins: string[];
  allowedMethods: string[];
  allowedHeaders?: string[];
  exposeHeaders?: string[];
  maxAgeSeconds?: number;
};

export type BucketOptions = {
  name: string;
  cors?: CorsRule[];
  abortIncompleteDays?: number;
  notices?: NoticeRule[];
};
export type Credential = { accessKeyId: string; secretAccessKey: string };

export type S3Options = {
  root: string;
  host: string;
  port: number;
  region: string;
  credentials: Credential[];
  buckets: BucketOptions[];
};
