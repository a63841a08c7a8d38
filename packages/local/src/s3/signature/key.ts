import { createHmac, timingSafeEqual } from "node:crypto";

/** `<date>/<region>/<service>/aws4_request` */
export type Scope = { date: string; region: string; service: string };

export const scopeText = ({ date, region, service }: Scope): string => `${date}/${region}/${service}/aws4_request`;

export function signingKey(secret: string, { date, region, service }: Scope): Buffer {
  return [date, region, service, "aws4_request"].reduce(
    (key: Buffer, part) => createHmac("sha256", key).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  );
}

export const sign = (key: Buffer, text: string): string => createHmac("sha256", key).update(text).digest("hex");

/** In constant time, so that a signature cannot be guessed digit by digit. */
export function sameSignature(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
