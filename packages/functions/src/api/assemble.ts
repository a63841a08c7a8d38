import type { OpenAPIHono } from "@hono/zod-openapi";
import { notFound, onError, platform } from "./middleware.ts";
import type { Part } from "./parts.ts";
import { router } from "./respond.ts";

/** An API of these parts, with what every one has around it. */
export async function assemble(parts: readonly Part[]): Promise<OpenAPIHono> {
  const app = router();
  app.use(platform());
  app.onError(onError);
  app.notFound(notFound);
  const loaded = await Promise.all(parts.map(async ({ at, load }) => ({ at, routes: await load() })));
  for (const { at, routes } of loaded) app.route(`/api/v1${at}`, routes);
  return app;
}
