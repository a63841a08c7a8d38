import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import * as Config from "../config/index.ts";
import { secret as stored } from "../secret/index.ts";

const NONCE = 12;
const TAG = 16;

/** A key of its own out of the one that signs sessions, so that neither says anything of the other. */
const key = async (): Promise<Buffer> =>
  Buffer.from(hkdfSync("sha256", await stored(Config.authSecretARN()), "", "second factor", 32));

/** Bound to whose it is: a row copied to somebody else opens nothing. */
export async function seal(secret: Uint8Array, userID: string): Promise<Buffer> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", await key(), nonce).setAAD(Buffer.from(userID));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

export async function unseal(sealed: Buffer, userID: string): Promise<Buffer> {
  const cipher = createDecipheriv("aes-256-gcm", await key(), sealed.subarray(0, NONCE), { authTagLength: TAG });
  cipher.setAAD(Buffer.from(userID)).setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([cipher.update(sealed.subarray(NONCE, -TAG)), cipher.final()]);
}
