import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { page } from "./page.ts";
import type { MailStore } from "./store.ts";

export const MAILBOX_PATH = "/mailbox/";
const SHOWN = 100;

/** Nothing on the page may run or load, and no link tells where it was followed from: the path is the right to read. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

/**
 * What the program mailed. Reset links are in there, so whoever reads it can become anybody: it is served on the loopback
 * interface only, below a token that lies in the home folder, which its owner alone may read.
 */
export function createMailbox(token: string) {
  const expected = digest(token);
  return {
    path: `${MAILBOX_PATH}${token}`,
    async answer(request: IncomingMessage, response: ServerResponse, store: MailStore): Promise<void> {
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://host");
      const [given = "", part] = pathname.slice(MAILBOX_PATH.length).split("/");
      const known = timingSafeEqual(digest(given), expected);
      const asJSON = part === "messages";
      if (!known || request.method !== "GET" || (part !== undefined && !asJSON)) {
        response.writeHead(404, { ...HEADERS, "content-type": "text/plain; charset=utf-8" }).end("Nothing here\n");
        return;
      }
      const messages = await store.list(searchParams.get("to") ?? undefined, SHOWN);
      const [type, body] = asJSON
        ? ["application/json", JSON.stringify({ items: messages })]
        : ["text/html; charset=utf-8", page(messages)];
      response.writeHead(200, { ...HEADERS, "content-type": type }).end(body);
    },
  };
}

export type Mailbox = ReturnType<typeof createMailbox>;

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
