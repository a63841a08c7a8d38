import { createContext, runInContext } from "node:vm";

type HeaderValues = Record<string, { value: string }>;
export type ViewerRequest = { method: string; uri: string; headers: HeaderValues };
export type ViewerFunction = (request: ViewerRequest) => ViewerRequest;

/**
 * Runs a CloudFront function on the request, as the edge does. Functions that import the edge's own modules are SST's
 * way to find the site's files in a key-value store; the site's folder is looked at directly here.
 */
export function viewerFunction(code: string): ViewerFunction | undefined {
  if (/^\s*import\s/m.test(code)) return undefined;
  const handler = runInContext(`${code}\n;handler`, createContext({})) as (event: {
    request: ViewerRequest;
  }) => ViewerRequest;
  return (request) => handler({ request });
}
