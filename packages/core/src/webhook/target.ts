import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import * as Config from "../config/index.ts";
import { AppError } from "../error/index.ts";
import { isPublic } from "./private.ts";

const HTTPS = "443";

export type Target = { url: URL; address: string; family: 4 | 6 };

/** What a webhook's address must be before anybody is asked where it is. */
export function checked(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const own = url !== undefined && isAllowed(url.hostname);
  const fit =
    url !== undefined &&
    url.username === "" &&
    url.password === "" &&
    (own
      ? ["http:", "https:"].includes(url.protocol)
      : url.protocol === "https:" && (url.port === "" || url.port === HTTPS));
  if (fit) return url;
  throw refused("An https:// address on port 443, without a user name");
}

/**
 * Where to connect to, found once and used as found: a name that is looked up again may lead elsewhere by then. One
 * private address among several is enough to refuse.
 */
export async function resolve(text: string): Promise<Target> {
  const url = checked(text);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await addressesOf(host);
  const [first] = found;
  if (!first) throw refused("No such host");
  if (!isAllowed(url.hostname) && !found.every(({ address }) => isPublic(address)))
    throw refused("This host is not on the public internet");
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}

async function addressesOf(host: string) {
  try {
    return await lookup(host, { all: true });
  } catch (cause) {
    throw new AppError("unavailable", "webhook.no_such_host", `The host ${host} was not found.`, { cause });
  }
}

/** Hosts of the operator's own network that webhooks may reach all the same. */
const isAllowed = (host: string): boolean => Config.webhookHosts().includes(host.toLowerCase());

const refused = (message: string) =>
  new AppError("unprocessable", "webhook.bad_address", `Webhooks do not go to this address. ${message} is needed.`, {
    fields: [{ path: "/url", message }],
  });
