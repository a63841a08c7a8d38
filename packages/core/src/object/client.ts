import { S3Client } from "@aws-sdk/client-s3";

/** For calls that carry no bytes. */
export const CALL_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 3_000;
const IDLE_TIMEOUT_MS = 60_000;

/**
 * One client for everything. Checksums only where S3 demands them: the default would sign the CRC32 of an empty body into
 * each presigned part URL, and S3 would refuse the part's real bytes.
 */
export const client = new S3Client({
  maxAttempts: 4,
  requestChecksumCalculation: "WHEN_REQUIRED",
  responseChecksumValidation: "WHEN_REQUIRED",
  requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: IDLE_TIMEOUT_MS },
});

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
