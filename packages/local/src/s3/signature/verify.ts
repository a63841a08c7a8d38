import type { Call } from "../call.ts";
import { S3Error } from "../errors.ts";
import type { Credential } from "../options.ts";
import { canonicalRequest, stringToSign } from "./canonical.ts";
import { type Claim, readClaim } from "./credentials.ts";
import { type Scope, sameSignature, scopeText, sign, signingKey } from "./key.ts";

const MAX_SKEW_MS = 15 * 60 * 1000;

/** A request whose signature held; what the chunks of its body need to be checked in turn. */
export type Identity = {
  accessKeyId: string;
  scope: Scope;
  amzDate: string;
  signature: string;
  payloadHash: string;
  signingKey: Buffer;
};

export type Verifier = { region: string; credentials: readonly Credential[]; now(): number };

/** Accepts exactly the requests signed by one of the credentials, now, for this region; everything else is refused. */
export function verify(call: Call, { region, credentials, now }: Verifier): Identity {
  const claim = readClaim(call);
  checkTime(claim, now());
  checkScope(claim, region);
  const credential = credentials.find(({ accessKeyId }) => accessKeyId === claim.accessKeyId);
  if (!credential)
    throw new S3Error("InvalidAccessKeyId", undefined, { details: { AWSAccessKeyId: claim.accessKeyId } });
  const headers = signedHeaders(call, claim);
  const { method, path, query } = call;
  const canonical = canonicalRequest({ method, path, query, headers, payloadHash: claim.payloadHash });
  const text = stringToSign(canonical, claim.amzDate, scopeText(claim.scope));
  const key = signingKey(credential.secretAccessKey, claim.scope);
  if (!sameSignature(sign(key, text), claim.signature))
    throw new S3Error("SignatureDoesNotMatch", undefined, {
      details: { AWSAccessKeyId: claim.accessKeyId, StringToSign: text, CanonicalRequest: canonical },
    });
  const { accessKeyId, scope, amzDate, signature, payloadHash } = claim;
  return { accessKeyId, scope, amzDate, signature, payloadHash, signingKey: key };
}

function checkTime({ amzDate, expiresSeconds }: Claim, now: number): void {
  const at = parseAmzDate(amzDate);
  if (at === undefined)
    throw new S3Error("AccessDenied", "AWS authentication requires a valid Date or x-amz-date header");
  if (expiresSeconds === undefined) {
    if (Math.abs(now - at) <= MAX_SKEW_MS) return;
    throw new S3Error("RequestTimeTooSkewed", undefined, {
      details: { RequestTime: amzDate, ServerTime: iso(now), MaxAllowedSkewMilliseconds: MAX_SKEW_MS },
    });
  }
  if (at - now > MAX_SKEW_MS) throw new S3Error("AccessDenied", "Request is not yet valid");
  const expires = at + expiresSeconds * 1000;
  if (now > expires)
    throw new S3Error("AccessDenied", "Request has expired", {
      details: { "X-Amz-Expires": expiresSeconds, Expires: iso(expires), ServerTime: iso(now) },
    });
}

function checkScope({ scope, amzDate, expiresSeconds }: Claim, region: string): void {
  const code = expiresSeconds === undefined ? "AuthorizationHeaderMalformed" : "AuthorizationQueryParametersError";
  if (scope.region !== region)
    throw new S3Error(code, `The region '${scope.region}' is wrong; expecting '${region}'`, {
      details: { Region: region },
    });
  if (scope.service !== "s3") throw new S3Error(code, `The service '${scope.service}' is wrong; expecting 's3'`);
  if (!amzDate.startsWith(scope.date))
    throw new S3Error(code, `The date of the credential, '${scope.date}', is not that of the request, '${amzDate}'`);
}

/** Every x-amz-* header sent must be signed, or a stranger could add one to a presigned request. */
function signedHeaders(call: Call, { signedHeaders: names }: Claim): [string, string][] {
  const mandatory = ["host", ...call.headers.sentNames().filter((name) => name.startsWith("x-amz-"))];
  const unsigned = mandatory.filter((name) => !names.includes(name));
  if (unsigned.length > 0)
    throw new S3Error("AccessDenied", "There were headers present in the request which were not signed", {
      details: { HeadersNotSigned: unsigned.join(", ") },
    });
  return names.map((name) => [name, call.headers.sent(name) ?? ""]);
}

function parseAmzDate(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? undefined : at;
}

const iso = (at: number): string => new Date(at).toISOString();
