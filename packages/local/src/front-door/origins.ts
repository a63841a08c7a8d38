import type { Graph } from "../graph/index.ts";
import type { Inputs } from "../graph/resources.ts";
import { type Route, routesOf } from "./routes.ts";

type OriginInputs = Inputs["aws:cloudfront/distribution:Distribution"]["origins"][number];
type Common = { domain: string; customHeaders: Record<string, string> };

export type Origin =
  | (Common & { kind: "api"; apiId: string; routes: Route[] })
  | (Common & { kind: "function-url"; urlId: string; functionName: string; streaming: boolean })
  | (Common & { kind: "site" });

/** Recognised by their host names, as the real ones are reached; what is neither API nor function is the site's bucket. */
export function originsOf(graph: Graph, origins: OriginInputs[]): Map<string, Origin> {
  return new Map(origins.map((origin) => [origin.originId, toOrigin(graph, origin)]));
}

function toOrigin(graph: Graph, { domainName, customHeaders }: OriginInputs): Origin {
  const common: Common = {
    domain: domainName,
    customHeaders: Object.fromEntries((customHeaders ?? []).map(({ name, value }) => [name.toLowerCase(), value])),
  };
  const [id = "", service] = domainName.split(".");
  if (service === "execute-api") {
    const api = graph.get("aws:apigatewayv2/api:Api", id);
    return { ...common, kind: "api", apiId: api.id, routes: routesOf(graph, api.id) };
  }
  if (service === "lambda-url") {
    const { inputs } = graph.get("aws:lambda/functionUrl:FunctionUrl", id);
    const streaming = inputs.invokeMode === "RESPONSE_STREAM";
    return { ...common, kind: "function-url", urlId: id, functionName: inputs.functionName, streaming };
  }
  return { ...common, kind: "site" };
}
