import type { HeadersPolicy } from "../graph/resources.ts";

type Rule = { name: string; value: string; override: boolean };

/** Puts a response headers policy's headers into an answer; without `override` the origin's own value stays. */
export function responseHeaders(policy: HeadersPolicy): (headers: Record<string, string>) => void {
  const rules = [...securityRules(policy), ...customRules(policy)];
  return (headers) => {
    for (const { name, value, override } of rules) if (override || headers[name] === undefined) headers[name] = value;
  };
}

/** A stage is told where live media may come from when it is deployed; here that is said at every start. */
export const withStreams = (policy: string, origins = ""): string => {
  const named = origins.split(",").filter((origin) => origin !== "");
  return policy.replace(/(?:connect|media)-src [^;]*/g, (directive) => [directive, ...named].join(" "));
};

function securityRules({ securityHeadersConfig: config = {} }: HeadersPolicy): Rule[] {
  const {
    contentSecurityPolicy: csp,
    contentTypeOptions: type,
    frameOptions: frame,
    referrerPolicy: referrer,
  } = config;
  const transport = config.strictTransportSecurity;
  const rules: Rule[] = [];
  if (csp) {
    const value = withStreams(csp.contentSecurityPolicy, process.env.ATRIUM_STREAM_ORIGINS);
    rules.push({ name: "content-security-policy", value, override: csp.override });
  }
  if (type) rules.push({ name: "x-content-type-options", value: "nosniff", override: type.override });
  if (frame) rules.push({ name: "x-frame-options", value: frame.frameOption, override: frame.override });
  if (referrer) rules.push({ name: "referrer-policy", value: referrer.referrerPolicy, override: referrer.override });
  if (transport) {
    const extras = `${transport.includeSubdomains ? "; includeSubDomains" : ""}${transport.preload ? "; preload" : ""}`;
    const value = `max-age=${transport.accessControlMaxAgeSec}${extras}`;
    rules.push({ name: "strict-transport-security", value, override: transport.override });
  }
  return rules;
}

const customRules = ({ customHeadersConfig }: HeadersPolicy): Rule[] =>
  (customHeadersConfig?.items ?? []).map(({ header, value, override }) => ({
    name: header.toLowerCase(),
    value,
    override,
  }));
