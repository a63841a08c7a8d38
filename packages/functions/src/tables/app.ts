import { Hono } from "hono";
import { notFound, onError, platform } from "../api/middleware.ts";
import { annotations } from "./annotations.ts";
import { previewFile } from "./preview.ts";
import { query } from "./query.ts";
import { rows } from "./rows.ts";
import { statistics } from "./statistics.ts";

/** What needs DuckDB: all of it reads, and all of it is described in the one OpenAPI document of the API. */
export const app = new Hono();
app.use(platform());
app.onError(onError);
app.notFound(notFound);

app.get("/api/v1/tables/:id/rows", rows);
app.post("/api/v1/tables/:id/query", query);
app.get("/api/v1/tables/:id/columns/:name/statistics", statistics);
app.get("/api/v1/files/:id/preview", previewFile);
app.get("/api/v1/media/:id/annotations", annotations);
