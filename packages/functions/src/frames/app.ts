import { Hono } from "hono";
import { notFound, onError, platform } from "../api/middleware.ts";
import { clip } from "./clip.ts";
import { crop } from "./crop.ts";
import { crops } from "./crops.ts";
import { frame } from "./frame.ts";
import { frames } from "./frames.ts";
import { tile } from "./tile.ts";

/** What needs ffmpeg and libvips: pictures and parts of media, described in the one OpenAPI document of the API. */
export const app = new Hono();
app.use(platform());
app.onError(onError);
app.notFound(notFound);

app.get("/api/v1/media/:id/frames", frames);
app.get("/api/v1/media/:id/frames/:frame", frame);
app.get("/api/v1/media/:id/clip", clip);
app.get("/api/v1/media/:id/tiles/:level/:column/:row", tile);
app.get("/api/v1/localizations/:id/crop", crop);
app.post("/api/v1/crops", crops);
