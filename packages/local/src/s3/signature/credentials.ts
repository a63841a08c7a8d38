import type { Call } from "../call.ts";
import { S3Error } from "../errors.ts";
import type { Scope } from "./key.ts";

/** What a request says of its own signature, in its header or its query string. */
export type Claim = {
  accessKeyId: string;
  scope: Scope;
  signedHeaders: string[];
  signature: string;
  amzDate: string;
  payloadHash: string;
  /** Only presigned requests: how long after `amzDate` the signature holds. */
  expiresSeconds?: number;
};

const ALGORITHM = "AWS4-HMAC-SHA256";
const WEEK_SECONDS = 7 * 24 * 60 * 60;

export function readClaim(call: Call): Claim {
  const header = call.headers.sent("authorization");
  const presigned = call.query.has("X-Amz-Signature") || call.query.has("X-Amz-Algorithm");
  if (header !== undefined && presigned)
    throw new S3Error(
      "InvalidArgument",
      "Only one auth mechanism allowed: X-Amz-Algorithm in the query or the Authorization header",
    );
  if (presigned) return fromQuery(call);
  if (call.query.has("AWSAccessKeyId")) throw oldScheme(); // what boto3 presigns unless told signature_version="s3v4"
  if (header !== undefined) return fromHeader(call, header);
  throw new S3Error("AccessDenied");
}

function fromHeader(call: Call, header: string): Claim {
  if (!header.startsWith(`${ALGORITHM} `)) throw oldScheme();
  const fields = new Map(
    header
      .slice(ALGORITHM.length)
      .split(",")
      .map((field) => splitOnce(field.trim(), "=")),
  );
  const payloadHash = call.headers.sent("x-amz-content-sha256");
  if (payloadHash === undefined)
    throw new S3Error("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
  return {
    ...parseCredential(fields.get("Credential"), "AuthorizationHeaderMalformed"),
    signedHeaders: (fields.get("SignedHeaders") ?? "").split(";"),
    signature: fields.get("Signature") ?? "",
    amzDate: call.headers.sent("x-amz-date") ?? dateHeader(call),
    payloadHash,
  };
}

function fromQuery(call: Call): Claim {
  const code = "AuthorizationQueryParametersError";
  if (call.query.get("X-Amz-Algorithm") !== ALGORITHM)
    throw new S3Error(code, `X-Amz-Algorithm only supports "${ALGORITHM}"`);
  const expires = call.query.get("X-Amz-Expires") ?? "";
  const expiresSeconds = Number(expires);
  if (!/^\d+$/.test(expires)) throw new S3Error(code, "X-Amz-Expires should be a non-negative number of seconds");
  if (expiresSeconds > WEEK_SECONDS) throw new S3Error(code, "X-Amz-Expires must be less than a week (in seconds)");
  return {
    ...parseCredential(call.query.get("X-Amz-Credential"), code),
    signedHeaders: (call.query.get("X-Amz-SignedHeaders") ?? "").split(";"),
    signature: call.query.get("X-Amz-Signature") ?? "",
    amzDate: call.query.get("X-Amz-Date") ?? "",
    payloadHash: call.headers.get("x-amz-content-sha256") ?? "UNSIGNED-PAYLOAD",
    expiresSeconds,
  };
}

function parseCredential(
  text: string | undefined,
  code: "AuthorizationHeaderMalformed" | "AuthorizationQueryParametersError",
): { accessKeyId: string; scope: Scope } {
  const fields = (text ?? "").split("/");
  const [service, terminator] = fields.slice(-2);
  const [date, region] = fields.slice(-4, -2);
  const accessKeyId = fields.slice(0, -4).join("/");
  if (!accessKeyId || !date || !region || !service || terminator !== "aws4_request")
    throw new S3Error(code, 'The credential must be of the form "<key id>/<yyyymmdd>/<region>/s3/aws4_request".');
  return { accessKeyId, scope: { date, region, service } };
}

/** Requests without x-amz-date are signed over the Date header, which counts in ISO's basic form. */
function dateHeader(call: Call): string {
  const at = new Date(call.headers.sent("date") ?? "");
  return Number.isNaN(at.getTime()) ? "" : at.toISOString().replace(/[-:]|\.\d+/g, "");
}

const oldScheme = (): S3Error =>
  new S3Error(
    "InvalidRequest",
    `The authorization mechanism you have provided is not supported. Please use ${ALGORITHM}.`,
  );

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
