import type { Graph } from "../graph/index.ts";
import type { Settings } from "../home/index.ts";

export const RANDOM_PLACEHOLDER = /\{random:\w+\}/g;
const DATABASE_ENDPOINT = /[\w-]+\.cluster\.mock:5432/g;
const SITE = /https:\/\/[a-z0-9]+\.cloudfront\.net/g;

export type Here = { settings: Settings; database: string; objects: string; sites: string[]; region: string };

/** Puts what runs on this machine in the place of what the synthesized program calls it. */
export function localise(graph: Graph, { settings, database, objects, sites, region }: Here): Graph {
  const replacements = new Map(Object.entries(settings.randoms));
  for (const endpoint of graph.mentions(DATABASE_ENDPOINT)) replacements.set(endpoint, database);
  for (const { inputs } of graph.all("aws:s3/bucket:Bucket")) {
    replacements.set(`https://${inputs.bucket}.s3.${region}.amazonaws.com`, objects);
  }
  const [site = ""] = sites;
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
