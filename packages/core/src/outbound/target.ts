import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { AppError } from "../error/index.ts";
import { isPublic } from "./public.ts";

const HTTPS = "443";

export type Target = { url: URL; address: string; family: 4 | 6 };

/** What users may have us ask. */
export type Rule = {
  /** Begins the codes of what is refused. */
  domain: string;
  /** What goes to the address, at the beginning of a sentence. */
  what: string;
  /** Hosts of the operator's own network that may be reached all the same. */
  hosts: string[];
};

/** What an address must be before anybody is asked where it is. */
export function checked(text: string, rule: Rule): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fit =
    url !== undefined &&
    url.username === "" &&
    url.password === "" &&
    (isAllowed(url, rule)
      ? ["http:", "https:"].includes(url.protocol)
      : url.protocol === "https:" && (url.port === "" || url.port === HTTPS));
  if (fit) return url;
  throw refused(rule, "An https:// address on port 443, without a user name");
}

/**
 * Where to connect to, found once and used as found: a name that is looked up again may lead elsewhere by then. One
 * private address among several is enough to refuse.
 */
export async function resolve(text: string, rule: Rule, find = addressesOf): Promise<Target> {
  const url = checked(text, rule);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await find(host, rule);
  const [first] = found;
  if (!first) throw refused(rule, "A host that there is");
  if (!isAllowed(url, rule) && !found.every(({ address }) => isPublic(address)))
    throw refused(rule, "A host on the public internet");
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}

type Address = { address: string; family: number };

async function addressesOf(host: string, { domain }: Rule): Promise<Address[]> {
  try {
    return await lookup(host, { all: true });
  } catch (cause) {
    throw new AppError("unavailable", `${domain}.no_such_host`, `The host ${host} was not found.`, { cause });
  }
}

const isAllowed = ({ hostname }: URL, { hosts }: Rule): boolean => hosts.includes(hostname.toLowerCase());

const refused = ({ domain, what }: Rule, message: string) =>
  new AppError("unprocessable", `${domain}.bad_address`, `${what} this address. ${message} is needed.`, {
    fields: [{ path: "/url", message }],
  });
