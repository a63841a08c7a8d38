import { createHash, randomBytes } from "node:crypto";

/** `atl_` and 256 random bits. Only its digest is kept. */
const PATTERN = /^atl_[A-Za-z0-9_-]{43}$/;

export const newSecret = (): string => `atl_${randomBytes(32).toString("base64url")}`;

export const isSecret = (text: string): boolean => PATTERN.test(text);

export const digest = (secret: string): Buffer => createHash("sha256").update(secret).digest();
