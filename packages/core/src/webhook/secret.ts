import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import * as Config from "../config/index.ts";
import { secret } from "../secret/index.ts";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** 256 random bits, shown once to whoever makes the webhook. */
export const newSecret = (): string => `whs_${randomBytes(32).toString("base64url")}`;

/** Kept so that the database alone does not tell it; bound to its webhook, so that nobody can give it to another. */
export async function seal(text: string, webhookID: string): Promise<Buffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, await key(), iv).setAAD(Buffer.from(webhookID));
  return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

export async function open(sealed: Buffer, webhookID: string): Promise<string> {
  const decipher = createDecipheriv(ALGORITHM, await key(), sealed.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(webhookID))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
}

/** `t=<seconds>,v1=<HMAC-SHA256 of "<seconds>.<body>">`: the time is signed too, so that nobody can send it again later. */
export function signature(text: string, body: string, seconds = Math.floor(Date.now() / 1_000)): string {
  const mac = createHmac("sha256", text).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${mac}`;
}

const key = async (): Promise<Buffer> =>
  createHash("sha256")
    .update(await secret(Config.webhookSecretARN()))
    .digest();
