import { z } from "zod";

/** What the job's description must hold for it to be run; whatever else it says is passed on to the harness. */
const Named = z.looseObject({ name: z.string().regex(/^[\p{L}\p{N}_][\p{L}\p{N}_ .-]*$/u), type: z.string() });
const Download = z.looseObject({ url: z.url(), fileName: z.string() });

export const Job = z.looseObject({
  runId: z.string(),
  attempt: z.number().int(),
  task: z.enum(["script", "notebook", "train", "export", "image"]),
  /** Null of an image. */
  language: z.enum(["python", "javascript"]).nullable(),
  source: z.union([z.object({ text: z.string(), fileName: z.string().optional() }), Download]).nullish(),
  environment: z.object({ name: z.string(), url: z.url(), sha256: z.string() }).nullable(),
  limits: z.object({
    seconds: z.number().positive(),
    memoryMiB: z.number().positive(),
    cpus: z.number().positive(),
    processes: z.number().int().positive(),
    diskMiB: z.number().positive(),
    outputMiB: z.number().positive(),
  }),
  inputs: z.array(
    Named.extend({ url: z.url().optional(), fileName: z.string().optional(), files: z.array(Download).optional() }),
  ),
  outputs: z.array(Named),
});
export type Job = z.infer<typeof Job>;

const Output = z.union([
  z.looseObject({
    name: z.string(),
    type: z.string(),
    path: z.string(),
    contentType: z.string(),
    fileName: z.string(),
  }),
  z.looseObject({ name: z.string(), type: z.string(), value: z.unknown() }),
]);
const Trouble = z.object({ message: z.string(), line: z.number().int().optional(), traceback: z.string().optional() });

/** What a harness leaves in outputs/result.json. */
export const Result = z.object({ outputs: z.array(Output), error: Trouble.optional() });
export type Result = z.infer<typeof Result>;
export type Trouble = z.infer<typeof Trouble>;

export type Progress = { fraction: number; step: string; message?: string };
export type Entry = { level: "info" | "warn" | "error"; message: string };
export type Report = { progress?: Progress; entries?: Entry[] };
export type Upload = { name: string; bytes: number; sha256: string; contentType: string };
export type Uploaded = { key: string; url: string; headers: Record<string, string> };
