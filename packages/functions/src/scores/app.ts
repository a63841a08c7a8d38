import { Actor } from "@atrium/core/actor";
import { Scoring } from "@atrium/core/scoring";
import { Hono } from "hono";
import { notFound, onError, platform } from "../api/middleware.ts";
import { jsonBody, valid } from "../tables/input.ts";

/** What needs ONNX Runtime, described in the one OpenAPI document of the API. */
export const app = new Hono();
app.use(platform());
app.onError(onError);
app.notFound(notFound);

app.post("/api/v1/models/:id/predict", async (c) => {
  Actor.user();
  const id = c.req.param("id");
  const { rows } = valid(Scoring.Rows, await jsonBody(c.req));
  return c.json(await Scoring.predictRows({ id, rows }), 200);
});
