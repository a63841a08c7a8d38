import type { Call } from "../call.ts";
import { S3Error } from "../errors.ts";
import { encode } from "../signature/canonical.ts";

const MAX_PAGE = 1000;

/** `max-keys` and its like: 1,000 unless fewer are asked for. */
export function pageSize({ query }: Call, name: string): number {
  const text = query.get(name);
  if (text === undefined || text === "") return MAX_PAGE;
  if (!/^\d{1,10}$/.test(text))
    throw new S3Error("InvalidArgument", `Provided ${name} not an integer or within integer range`, {
      details: { ArgumentName: name, ArgumentValue: text },
    });
  return Math.min(Number(text), MAX_PAGE);
}

export type KeyEncoding = { name: string | undefined; encode(key: string): string };

/** `encoding-type=url` lets keys hold what XML cannot. Slashes stay, as on AWS. */
export function keyEncoding({ query }: Call): KeyEncoding {
  const name = query.get("encoding-type");
  if (name === undefined || name === "") return { name: undefined, encode: (key) => key };
  if (name !== "url")
    throw new S3Error("InvalidArgument", "Invalid Encoding Method specified in Request", {
      details: { ArgumentName: "encoding-type", ArgumentValue: name },
    });
  return { name, encode: (key) => key.split("/").map(encode).join("/") };
}
