import type { Graph } from "../graph/index.ts";
import type { Behavior as Inputs } from "../graph/resources.ts";
import { type Origin, originsOf } from "./origins.ts";
import { responseHeaders } from "./response-headers.ts";
import { type ViewerFunction, viewerFunction } from "./viewer-function.ts";

/** What the content delivery network does with the paths that match. */
export type Behavior = {
  matches(path: string): boolean;
  methods: ReadonlySet<string>;
  compress: boolean;
  origin: Origin;
  onViewerRequest: ViewerFunction | undefined;
  headers: ReturnType<typeof responseHeaders>;
};

/** The behaviours of the program's one distribution, in the order in which they are tried; the last takes the rest. */
export function behaviorsOf(graph: Graph): Behavior[] {
  const { inputs } = graph.one("aws:cloudfront/distribution:Distribution");
  const origins = originsOf(graph, inputs.origins);
  const ordered = [...(inputs.orderedCacheBehaviors ?? []), { ...inputs.defaultCacheBehavior, pathPattern: "*" }];
  return ordered.map((behavior) => toBehavior(graph, behavior, origins));
}

function toBehavior(graph: Graph, behavior: Inputs & { pathPattern: string }, origins: Map<string, Origin>): Behavior {
  const origin = origins.get(behavior.targetOriginId);
  if (!origin) throw new Error(`The distribution has no origin ${behavior.targetOriginId}`);
  const pattern = patternOf(behavior.pathPattern);
  const association = behavior.functionAssociations?.find(({ eventType }) => eventType === "viewer-request");
  const policy = behavior.responseHeadersPolicyId;
  return {
    matches: (path) => pattern.test(path),
    methods: new Set(behavior.allowedMethods),
    compress: behavior.compress ?? false,
    origin,
    onViewerRequest:
      association && viewerFunction(graph.get("aws:cloudfront/function:Function", association.functionArn).inputs.code),
    headers: responseHeaders(
      policy ? graph.get("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", policy).inputs : {},
    ),
  };
}

/** Names or ARNs of the functions that people wait for. */
export function functionsBehind(behaviors: Behavior[]): string[] {
  const names = behaviors.flatMap(({ origin }) => {
    if (origin.kind === "api") return origin.routes.map(({ functionArn }) => functionArn);
    return origin.kind === "function-url" ? [origin.functionName] : [];
  });
  return [...new Set(names)];
}

/** `*` is any number of characters, slashes too; `?` is one. A leading slash may be left out. */
export function patternOf(glob: string): RegExp {
  const body = glob
    .replace(/^\//, "")
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^/${body}$`, "s");
}
