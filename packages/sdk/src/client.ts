import createFetchClient, { type Client } from "openapi-fetch";
import type { paths } from "./api.gen.ts";
import { AtriumError } from "./error.ts";
import { createTransport, type TransportOptions } from "./transport.ts";

export type AtriumOptions = TransportOptions & {
  /** Where the site is, for example https://atrium.example.org. */
  url: string;
};

/** `client.GET("/api/v1/projects/{id}", { params: { path: { id } } })`; refusals are thrown as AtriumError. */
export type Atrium = Client<paths> & { url: string };

/** With an API key, or, in a browser on the same origin, with the cookie of the session. */
export function createAtrium(options: AtriumOptions): Atrium {
  const url = options.url.replace(/\/+$/, "");
  const client = createFetchClient<paths>({
    baseUrl: url,
    fetch: createTransport(options),
    credentials: options.apiKey ? "omit" : "same-origin",
  });
  return Object.assign(client, { url });
}

/** The body of an answer that must have one. */
export async function take<T>(call: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data, response } = await call;
  if (data !== undefined) return data;
  throw new AtriumError({
    status: response.status,
    code: "http.empty",
    detail: `The server answered ${response.status} without a body`,
  });
}
