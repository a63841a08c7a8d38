import type { Graph } from "../graph/index.ts";
import type { Settings } from "../home/index.ts";
import { SOCKETS_PATH } from "../sockets/server.ts";

export const RANDOM_PLACEHOLDER = /\{random:\w+\}/g;
const DATABASE_ENDPOINT = /[\w-]+\.cluster\.mock:5432/g;
const QUEUES = /https:\/\/sqs\.[a-z0-9-]+\.amazonaws\.com/g;
const SITE = /https:\/\/[a-z0-9]+\.cloudfront\.net/g;

export type Here = {
  settings: Settings;
  database: string;
  objects: string;
  aws: string;
  sites: string[];
  region: string;
};

/** Puts what runs on this machine in the place of what the synthesized program calls it. */
export function localise(graph: Graph, { settings, database, objects, aws, sites, region }: Here): Graph {
  const replacements = new Map(Object.entries(settings.randoms));
  for (const endpoint of graph.mentions(DATABASE_ENDPOINT)) replacements.set(endpoint, database);
  for (const { inputs } of graph.all("aws:s3/bucket:Bucket")) {
    replacements.set(`https://${inputs.bucket}.s3.${region}.amazonaws.com`, objects);
  }
  for (const endpoint of graph.mentions(QUEUES)) replacements.set(endpoint, aws);
  const [site = ""] = sites;
  for (const { id, inputs } of graph.all("aws:apigatewayv2/api:Api")) {
    if (inputs.protocolType !== "WEBSOCKET") continue;
    const host = `${id}.execute-api.${region}.amazonaws.com`;
    replacements.set(`wss://${host}`, `${site.replace("http", "ws")}${SOCKETS_PATH}/${id}`);
    replacements.set(`https://${host}`, `${aws}${SOCKETS_PATH}/${id}`);
  }
  for (const url of graph.mentions(SITE)) replacements.set(url, site);
  const local = graph.replace(replacements);
  // One site has several names here; whoever may talk to it by one may by all.
  for (const { inputs } of local.all("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration")) {
    for (const rule of inputs.corsRules) {
      if (rule.allowedOrigins.includes(site)) rule.allowedOrigins = [...new Set([...rule.allowedOrigins, ...sites])];
    }
  }
  return local;
}
