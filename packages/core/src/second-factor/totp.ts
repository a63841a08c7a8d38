import { createHmac } from "node:crypto";

/** RFC 6238 as every app of codes has it: SHA-1, six digits, half a minute. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Clocks of phones are off by a little, and people type slowly. */
const DRIFT_STEPS = 1;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648, without padding: how a secret is typed into an app. */
export function base32(bytes: Uint8Array): string {
  let [bits, held, text] = [0, 0, ""];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET[(held << (5 - bits)) & 31];
}

export const stepAt = (now: number): number => Math.floor(now / 1_000 / STEP_SECONDS);

/** The code of one step (RFC 4226). */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** The step that a code is of, if it is of one about now and later than `after`; a code is taken once. */
export function stepOf(secret: Uint8Array, code: string, after: number, now = Date.now()): number | undefined {
  const at = stepAt(now);
  for (let step = at - DRIFT_STEPS; step <= at + DRIFT_STEPS; step++)
    if (step > after && codeOf(secret, step) === code) return step;
  return undefined;
}

/** What an app of codes reads, from a picture or a link. */
export function otpauth(secret: Uint8Array, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const asked = { secret: base32(secret), issuer, algorithm: "SHA1", digits: DIGITS, period: STEP_SECONDS };
  const query = Object.entries(asked).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `otpauth://totp/${label}?${query.join("&")}`;
}
