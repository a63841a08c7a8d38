import { S3Error } from "./errors.ts";

/** The query string as sent: decoded pairs in order, since the signature covers each of them. */
export class Query {
  readonly pairs: readonly (readonly [string, string])[];
  readonly #first: Map<string, string>;

  constructor(raw: string) {
    this.pairs = raw
      .split("&")
      .filter((part) => part !== "")
      .map((part) => {
        const at = part.indexOf("=");
        return at < 0 ? [decode(part), ""] : [decode(part.slice(0, at)), decode(part.slice(at + 1))];
      });
    this.#first = new Map([...this.pairs].reverse());
  }

  get(name: string): string | undefined {
    return this.#first.get(name);
  }

  has(name: string): boolean {
    return this.#first.has(name);
  }
}

const decode = (text: string): string => decodePercent(text.replaceAll("+", "%20"));

export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new S3Error("InvalidURI", undefined, { cause });
  }
}
