import { type Env, Hono } from "hono";
import { handle } from "hono/aws-lambda";
import { appFor } from "./app-for.ts";

const front = new Hono<Env & { Bindings: object }>();
front.all("*", async (c) => (await appFor(c.req.path)).fetch(c.req.raw, c.env));

export const handler = handle(front);
