import type { RouteConfig } from "@hono/zod-openapi";
import { failure, type Policy, securityOf } from "./respond.ts";

type Described = Omit<RouteConfig, "security" | "middleware">;

/** A route that another function answers: here it only stands in the one document, with who may call it. */
export const described = (
  policy: Policy,
  config: Described,
  by: "Tables" | "Scores" | "Frames" = "Tables",
): RouteConfig => ({
  ...config,
  responses: { ...config.responses, default: failure },
  security: securityOf(policy),
  "x-atrium-policy": policy,
  "x-atrium-function": by,
});

const bytes = { schema: { type: "string", format: "binary" } } as const;

/** What rows come as beside JSON. */
export const binaries = {
  "application/vnd.apache.arrow.stream": bytes,
  "application/vnd.apache.parquet": bytes,
  "text/csv": bytes,
  "application/x-ndjson": bytes,
};
