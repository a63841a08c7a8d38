/** Loaded with the first call: a cold start that touches no object does not pay for the SDK. */
export const sdk = () => import("./sdk.ts");

/** For calls that carry no bytes. */
export const CALL_TIMEOUT_MS = 10_000;

/** Ends a call that hangs, and ends with the caller's own signal. */
export const limit = (signal?: AbortSignal, milliseconds = CALL_TIMEOUT_MS): { abortSignal: AbortSignal } => ({
  abortSignal: signal
    ? AbortSignal.any([signal, AbortSignal.timeout(milliseconds)])
    : AbortSignal.timeout(milliseconds),
});

/** S3 puts quotes around an ETag; nothing here wants them. */
export const bareETag = (etag: string): string => etag.replace(/^"|"$/g, "");

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && ["NotFound", "NoSuchKey", "NoSuchUpload"].includes(error.name);
