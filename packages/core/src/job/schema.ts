import { z } from "zod";
import type { Used } from "../run/schema.ts";
import { LogLevel, Progress } from "../run/schema.ts";
import type { Parameter, ParameterType } from "../signature/schema.ts";

export const Task = z.enum(["script", "notebook", "train", "export", "image"]);
export type Task = z.infer<typeof Task>;
export type Language = "python" | "javascript";

/** Bytes in the bucket that a job may read. */
export type Stored = { key: string; fileName: string; contentType: string; bytes: number };
export type Limits = {
  seconds: number;
  memoryMiB: number;
  cpus: number;
  processes: number;
  diskMiB: number;
  outputMiB: number;
};

type Named = { name: string; type: ParameterType; item?: ParameterType };
export type PinnedTable = Named & {
  type: "dataframe";
  entityID: string;
  version: number;
  rows: number;
  /** Those that the code is going to read; null for all. */
  columns: string[] | null;
};
export type PinnedFile = Named & { type: "file" | "blob"; entityID: string } & Stored;
/** What of a video or picture is read: a rendition, or the original. */
export type PinnedMedia = Named & {
  files: (Stored & {
    entityID: string;
    name: string;
    dtype: string;
    rendition: string;
    width: number | null;
    height: number | null;
    frames: number | null;
    fps: number | null;
    duration: number | null;
  })[];
};
/** An input as it stood when the attempt began: nobody's change reaches a run that is under way. */
export type Pinned = (Named & { value: unknown }) | PinnedTable | PinnedFile | PinnedMedia;

export type Spec = {
  task: Task;
  /** Null of an image, which brings its own code. */
  language: Language | null;
  source: { text: string; fileName: string } | Stored | null;
  environment: (Stored & { sha256: string }) | null;
  limits: Limits;
  inputs: Pinned[];
  outputs: Parameter[];
  used: Used[];
};

/** Names of output files become parts of a key. */
const FileName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^/\\\p{Cc}]+$/u, "A file name without slashes")
  .refine((name) => name !== "." && name !== "..", "A file name");
const Bytes = z.number().int().nonnegative();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "SHA-256 as 64 hex digits");
const ContentType = z.string().min(1).max(200);

const MAX_ENTRIES = 500;
const MAX_MESSAGE = 2_000;
export const Report = z.strictObject({
  progress: Progress.pick({ fraction: true, step: true, message: true }).optional(),
  entries: z
    .array(z.strictObject({ level: LogLevel, message: z.string().max(MAX_MESSAGE) }))
    .max(MAX_ENTRIES)
    .default([]),
});
export type Report = z.infer<typeof Report>;

export const Upload = z.strictObject({ name: FileName, bytes: Bytes, sha256: Sha256, contentType: ContentType });
export type Upload = z.infer<typeof Upload>;
export type Uploads = Record<string, Omit<Upload, "name">>;

const OutputName = z.string().min(1).max(100);
export const OutputValue = z.strictObject({ name: OutputName, type: z.string().max(50), value: z.unknown() });
export const OutputFile = z.strictObject({
  name: OutputName,
  type: z.string().max(50),
  key: z.string().max(1_000),
  bytes: Bytes,
  sha256: Sha256,
  contentType: ContentType,
  fileName: FileName,
  rows: z.number().int().nonnegative().optional(),
});
export type OutputFile = z.infer<typeof OutputFile>;
export const Output = z.union([OutputFile, OutputValue]);
export type Output = z.infer<typeof Output>;

const MAX_TRACEBACK = 20_000;
export const Failure = z.strictObject({
  /** Why, where the runner knows more than that the code failed: `script.out_of_memory`. */
  code: z
    .string()
    .regex(/^[a-z]+\.[a-z_]{1,50}$/)
    .optional(),
  message: z.string().max(MAX_MESSAGE * 4),
  line: z.number().int().positive().nullable().optional(),
  traceback: z.string().max(MAX_TRACEBACK).nullable().optional(),
});

export type Failure = z.infer<typeof Failure>;

const MAX_OUTPUTS = 200;
export const Result = z.strictObject({
  outputs: z.array(Output).max(MAX_OUTPUTS).default([]),
  environmentHash: z.string().max(200).nullable().optional(),
  error: Failure.nullable().optional(),
});
export type Result = z.infer<typeof Result>;
