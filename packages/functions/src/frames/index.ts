import { streamHandle } from "hono/aws-lambda";
import { app } from "./app.ts";

export const handler = streamHandle(app);
