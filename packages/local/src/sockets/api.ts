import type { Graph } from "../graph/index.ts";

/** A WebSocket API of the program: which function takes which message. */
export type SocketApi = { id: string; stages: string[]; selection: string; routes: ReadonlyMap<string, string> };

export const socketApis = (graph: Graph): SocketApi[] =>
  graph
    .all("aws:apigatewayv2/api:Api")
    .filter(({ inputs }) => inputs.protocolType === "WEBSOCKET")
    .map(({ id, inputs }) => ({
      id,
      selection: inputs.routeSelectionExpression ?? "$request.body.action",
      stages: graph
        .all("aws:apigatewayv2/stage:Stage")
        .filter((stage) => stage.inputs.apiId === id)
        .map((stage) => stage.inputs.name),
      routes: new Map(
        graph
          .all("aws:apigatewayv2/route:Route")
          .filter((route) => route.inputs.apiId === id)
          .map(({ inputs: route }) => {
            const integration = graph.get(
              "aws:apigatewayv2/integration:Integration",
              route.target.replace("integrations/", ""),
            );
            return [route.routeKey, functionOf(integration.inputs.integrationUri)];
          }),
      ),
    }));

/** An integration names a function by its ARN, or by the path that API Gateway calls it by. */
const functionOf = (uri: string): string => /functions\/(arn:aws:lambda:[^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;

/** The route of a message: what `$request.body.<path>` finds in it, else `$default`. */
export function routeKeyOf({ selection, routes }: SocketApi, message: string): string {
  const path = /^\$\{?request\.body\.([\w.]+)\}?$/.exec(selection)?.[1]?.split(".") ?? [];
  const found = path.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | null)?.[name],
    parsed(message),
  );
  const key = typeof found === "string" && !found.startsWith("$") ? found : "";
  return routes.has(key) ? key : "$default";
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined; // goes to $default, as whatever names no route does
  }
}
