import { ApiKey } from "@atrium/core/api-key";
import { Config } from "@atrium/core/config";
import { secret } from "@atrium/core/secret";
import { createUser, type Person, useDatabase } from "../../../core/src/database/testing.ts";
import { useObjects } from "../../../core/src/object/testing.ts";
import { useWorkflows } from "../../../core/src/workflow/testing.ts";
import { app } from "./app.ts";

// Only for tests.

export const ORIGIN = "http://atrium.test";

type Scope = "read" | "write" | "execute" | "admin";
export type Client = {
  person: Person;
  key: string;
  get: (path: string) => Promise<Answer>;
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  put: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  patch: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  delete: (path: string, headers?: Record<string, string>) => Promise<Answer>;
};

// biome-ignore lint/suspicious/noExplicitAny: a test reads the fields it expects, and fails where they are not
export type Answer = { status: number; headers: Headers; body: any };

/** The API over a database, an object store and a workflow service of this test file's own. */
export function useAPI() {
  useDatabase();
  useObjects();
  return useWorkflows();
}

/** One request as the front door passes it on. */
export async function call(
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Answer> {
  const headers = {
    "x-origin-secret": await secret(Config.originSecretARN()),
    "x-forwarded-host": "atrium.test",
    "x-forwarded-proto": "http",
    ...init.headers,
  };
  const response = await app.request(path.startsWith("/api/") ? path : `/api/v1${path}`, { ...init, headers });
  const text = await response.text();
  const isJSON = response.headers.get("content-type")?.includes("json");
  return { status: response.status, headers: response.headers, body: isJSON ? JSON.parse(text) : text };
}

/** Somebody with an API key. */
export async function client(
  name: string,
  rights: { admin?: boolean; mayExecute?: boolean; scopes?: Scope[] } = {},
): Promise<Client> {
  const person = await createUser(name, rights);
  const scopes = rights.scopes ?? ["read", "write", "execute", "admin"];
  const { key } = await ApiKey.insert({ userID: person.id, name: "test", scopes, expires: null });
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    call(path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    person,
    key,
    get: (path) => send("GET", path),
    post: (path, body, headers) => send("POST", path, body, headers),
    put: (path, body, headers) => send("PUT", path, body, headers),
    patch: (path, body, headers) => send("PATCH", path, body, headers),
    delete: (path, headers) => send("DELETE", path, undefined, headers),
  };
}

/** A file in a project, uploaded as any client does. */
export async function upload(by: Client, projectID: string, name: string, content: string): Promise<Answer> {
  const opened = await by.post("/uploads", {
    projectId: projectID,
    name,
    bytes: Buffer.byteLength(content),
    contentType: "text/csv",
  });
  const parts = await Promise.all(
    opened.body.parts.map(async ({ number, url }: { number: number; url: string }) => {
      const stored = await fetch(url, { method: "PUT", body: content });
      return { number, etag: stored.headers.get("etag") };
    }),
  );
  return by.post(`/uploads/${opened.body.id}/complete`, { parts });
}
