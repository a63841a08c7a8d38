import type { Call } from "./call.ts";
import { S3Error } from "./errors.ts";
import type { CorsRule } from "./options.ts";
import { sendEmpty } from "./respond.ts";

/** Answers OPTIONS, which browsers send unsigned. */
export function preflight(call: Call, rules: readonly CorsRule[]): void {
  const origin = call.headers.get("origin");
  const method = call.headers.get("access-control-request-method");
  if (!origin) throw new S3Error("BadRequest");
  if (!method) throw new S3Error("BadRequest", "Invalid Access-Control-Request-Method: null");
  const asked = splitList(call.headers.get("access-control-request-headers"));
  const rule = rules.find(
    (candidate) => allows(candidate, origin, method) && asked.every((name) => allowsHeader(candidate, name)),
  );
  if (!rule) throw new S3Error("AccessForbidden", undefined, { details: { Method: method, ResourceType: "OBJECT" } });
  sendEmpty(call, 200, {
    ...corsHeaders(rule, origin),
    ...(asked.length > 0 ? { "access-control-allow-headers": asked.join(", ") } : {}),
    ...(rule.maxAgeSeconds === undefined ? {} : { "access-control-max-age": String(rule.maxAgeSeconds) }),
  });
}

/** For an actual request: the headers of the first rule that lets its origin use its method, else none. */
export function actualHeaders(call: Call, rules: readonly CorsRule[]): Record<string, string> {
  const origin = call.headers.get("origin");
  const rule = origin && rules.find((candidate) => allows(candidate, origin, call.method));
  return rule ? corsHeaders(rule, origin) : {};
}

function corsHeaders(rule: CorsRule, origin: string): Record<string, string> {
  const any = rule.allowedOrigins.includes("*");
  return {
    "access-control-allow-origin": any ? "*" : origin,
    "access-control-allow-methods": rule.allowedMethods.join(", "),
    ...(any ? {} : { "access-control-allow-credentials": "true" }),
    ...(rule.exposeHeaders?.length ? { "access-control-expose-headers": rule.exposeHeaders.join(", ") } : {}),
    vary: "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
  };
}

const allows = (rule: CorsRule, origin: string, method: string): boolean =>
  rule.allowedMethods.includes(method) && rule.allowedOrigins.some((pattern) => matchesPattern(pattern, origin));

const allowsHeader = (rule: CorsRule, name: string): boolean =>
  (rule.allowedHeaders ?? []).some((pattern) => matchesPattern(pattern.toLowerCase(), name));

/** A pattern holds at most one `*`, which stands for any run of characters. */
function matchesPattern(pattern: string, text: string): boolean {
  const star = pattern.indexOf("*");
  if (star < 0) return pattern === text;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}

const splitList = (text: string | undefined): string[] =>
  (text ?? "")
    .split(",")
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== "");
