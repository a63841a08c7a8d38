import type { Graph } from "../graph/index.ts";

export type Route = {
  key: string;
  functionArn: string;
  match(method: string, path: string): Record<string, string> | undefined;
};

/** The routes of an HTTP API, most specific first: full paths, then greedy ones, then `$default`. */
export function routesOf(graph: Graph, apiId: string): Route[] {
  return graph
    .all("aws:apigatewayv2/route:Route")
    .filter(({ inputs }) => inputs.apiId === apiId)
    .map(({ inputs }) => {
      const integration = graph.get(
        "aws:apigatewayv2/integration:Integration",
        inputs.target.replace("integrations/", ""),
      );
      return toRoute(inputs.routeKey, integration.inputs.integrationUri);
    })
    .sort((a, b) => weight(b.key) - weight(a.key));
}

export function toRoute(key: string, functionArn: string): Route {
  if (key === "$default") return { key, functionArn, match: () => ({}) };
  const [verb = "", path = ""] = key.split(" ");
  const pattern = new RegExp(
    `^${path.replace(/[.*?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)(\+?)\}/g, (_, name, greedy) => `(?<${name}>${greedy ? ".+" : "[^/]+"})`)}$`,
  );
  return {
    key,
    functionArn,
    match(method, at) {
      if (verb !== "ANY" && verb !== method) return undefined;
      const found = pattern.exec(at);
      return found ? { ...found.groups } : undefined;
    },
  };
}

/** Literal segments count most, then `{one}`, then `{rest+}`; a named method beats ANY. */
function weight(key: string): number {
  if (key === "$default") return -1;
  const [verb, path = ""] = key.split(" ");
  const segments = path.split("/").filter(Boolean);
  const greedy = segments.some((segment) => segment.endsWith("+}"));
  const literal = segments.filter((segment) => !segment.startsWith("{")).length;
  return (greedy ? 0 : 10_000) + literal * 100 + segments.length * 2 + (verb === "ANY" ? 0 : 1);
}
