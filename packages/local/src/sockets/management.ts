import { type Answer, json } from "../router/http.ts";
import type { Hub } from "./hub.ts";

const PATH = /\/@connections\/([^/]+)$/;

/** The calls of the API Gateway Management API: what functions say to clients. */
export function managementCall(hub: Hub, method: string | undefined, path: string, body: Buffer) {
  const [, encoded] = PATH.exec(path) ?? [];
  if (encoded === undefined) return { name: `${method} ${path}` };
  const id = decodeURIComponent(encoded);
  if (method === "POST") return { name: "PostToConnection", run: () => hub.post(id, body).then(() => empty(200)) };
  if (method === "GET") return { name: "GetConnection", run: async () => json(hub.describe(id)) };
  if (method === "DELETE") {
    const run = async () => {
      hub.disconnect(id);
      return empty(204);
    };
    return { name: "DeleteConnection", run };
  }
  return { name: `${method} @connections` };
}

const empty = (status: number): Answer => ({ status, body: "" });
