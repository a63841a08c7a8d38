import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { graph, lambdas, only, some } from "./graph.ts";

type Behavior = {
  pathPattern: string;
  targetOriginId: string;
  viewerProtocolPolicy: string;
  allowedMethods: string[];
  cachePolicyId: string;
  functionAssociations: { functionArn: string }[];
  responseHeadersPolicyId: string;
};
type Distribution = {
  origins: { originId: string; domainName: string; customHeaders?: { name: string; value: string }[] }[];
  defaultCacheBehavior: Behavior;
  orderedCacheBehaviors: Behavior[];
};

const { origins, orderedCacheBehaviors, defaultCacheBehavior } = only<Distribution>(
  "aws:cloudfront/distribution:Distribution",
).inputs;
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

describe("the front door", () => {
  it("sends what needs DuckDB or ffmpeg to the streaming functions and the rest of the API to the HTTP API, in this order", () => {
    expect(orderedCacheBehaviors.map(({ pathPattern, targetOriginId }) => [pathPattern, targetOriginId])).toEqual([
      ["/api/auth/*", "api"],
      ["/api/v1/tables/*/rows", "tables"],
      ["/api/v1/tables/*/query", "tables"],
      ["/api/v1/tables/*/columns/*", "tables"],
      ["/api/v1/files/*/preview", "tables"],
      ["/api/v1/media/*/annotations", "tables"],
      ["/api/v1/media/*/frames", "frames"],
      ["/api/v1/media/*/frames/*", "frames"],
      ["/api/v1/media/*/tiles/*", "frames"],
      ["/api/v1/media/*/clip", "frames"],
      ["/api/v1/localizations/*/crop", "frames"],
      ["/api/v1/crops", "frames"],
      ["/api/*", "api"],
    ]);
  });

  it.each(orderedCacheBehaviors)("$pathPattern is encrypted, takes every method and is never cached", (behavior) => {
    expect(behavior.viewerProtocolPolicy).toBe("https-only");
    expect(behavior.allowedMethods).toEqual(expect.arrayContaining(["GET", "POST", "PATCH", "DELETE"]));
    expect(behavior.cachePolicyId).toBe(CACHING_DISABLED);
  });

  it("sends the origin secret to every function it forwards to", () => {
    const [secret] = some<{ secretString: string }>("aws:secretsmanager/secretVersion:SecretVersion").filter(
      ({ name }) => name === "OriginSecretVersion",
    );
    for (const { targetOriginId } of orderedCacheBehaviors)
      expect(origins.find(({ originId }) => originId === targetOriginId)?.customHeaders).toEqual([
        { name: "x-origin-secret", value: secret?.inputs.secretString },
      ]);
  });

  it("tells the functions which host the viewer asked for", () => {
    const arns = new Set(
      orderedCacheBehaviors.flatMap((behavior) => behavior.functionAssociations.map((f) => f.functionArn)),
    );
    expect(arns.size).toBe(1);
    const code = graph.find(({ arn }) => arns.has(arn))?.inputs.code;
    const context = createContext({ event: { request: { headers: { host: { value: "atrium.example" } } } } });
    const request = runInContext(`${code}; handler(event)`, context);
    expect(request.headers["x-forwarded-host"]).toEqual({ value: "atrium.example" });
  });

  it("is the only way to whatever has a public address: each of those can check the secret", () => {
    const urls = some<{ functionName: string; authorizationType: string }>("aws:lambda/functionUrl:FunctionUrl");
    // Sockets let in whoever has a ticket, which was asked for through the front door.
    const http = some<{ protocolType: string }>("aws:apigatewayv2/api:Api").filter(
      ({ inputs }) => inputs.protocolType === "HTTP",
    );
    const integrations = some<{ integrationUri: string; apiId: string }>(
      "aws:apigatewayv2/integration:Integration",
    ).filter(({ inputs }) => http.some(({ id }) => id === inputs.apiId));
    const reachable = lambdas.filter(
      ({ arn, inputs }) =>
        urls.some((url) => url.inputs.functionName === inputs.name) ||
        integrations.some((item) => item.inputs.integrationUri === arn),
    );
    expect(reachable).toHaveLength(5);
    for (const { inputs } of reachable) expect(inputs.environment.variables).toHaveProperty("ORIGIN_SECRET_ARN");
  });

  it("streams rows and pictures", () => {
    expect(some("aws:lambda/functionUrl:FunctionUrl").map(({ inputs }) => inputs.invokeMode)).toEqual([
      "RESPONSE_STREAM",
      "RESPONSE_STREAM",
    ]);
  });
});

describe("answers to browsers", () => {
  const policyOf = ({ responseHeadersPolicyId }: Behavior) =>
    graph.find(({ id }) => id === responseHeadersPolicyId)?.inputs.securityHeadersConfig as Record<string, object>;

  it.each([defaultCacheBehavior, ...orderedCacheBehaviors])(
    "$pathPattern: HTTPS for a year and no sniffing",
    (behavior) => {
      expect(policyOf(behavior).strictTransportSecurity).toMatchObject({ accessControlMaxAgeSec: 31_536_000 });
      expect(policyOf(behavior)).toHaveProperty("contentTypeOptions");
    },
  );

  it("the site runs its own scripts only, and is framed by nobody", () => {
    const { contentSecurityPolicy } = policyOf(defaultCacheBehavior);
    const text = (contentSecurityPolicy as { contentSecurityPolicy: string }).contentSecurityPolicy;
    const directives = Object.fromEntries(text.split("; ").map((part) => part.split(/ (.*)/s).slice(0, 2)));
    expect(directives).toMatchObject({
      "default-src": "'self'",
      "script-src": "'self'",
      "object-src": "'none'",
      "frame-ancestors": "'none'",
    });
    expect(text).not.toMatch(/\*|unsafe-eval/);
  });
});
