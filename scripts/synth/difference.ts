import type { Resource } from "./graph.ts";

const MOST_LISTED = 20;

/** What changes in the cloud, in words: resources that come, go or change. */
export function describeDifference(before: string, after: string): string {
  const old = index(before);
  const fresh = index(after);
  const lines = [
    ...[...fresh.keys()].filter((key) => !old.has(key)).map((key) => `  + ${key}`),
    ...[...old.keys()].filter((key) => !fresh.has(key)).map((key) => `  - ${key}`),
    ...[...fresh].filter(([key, text]) => old.has(key) && old.get(key) !== text).map(([key]) => `  ~ ${key}`),
  ];
  const more = lines.length - MOST_LISTED;
  return [...lines.slice(0, MOST_LISTED), ...(more > 0 ? [`  and ${more} more`] : [])].join("\n");
}

function index(graph: string): Map<string, string> {
  const resources = graph ? (JSON.parse(graph) as Resource[]) : [];
  return new Map(resources.map((resource) => [`${resource.type} ${resource.name}`, JSON.stringify(resource)]));
}
