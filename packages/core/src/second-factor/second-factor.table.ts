import type { Generated } from "kysely";

export type SecondFactorTable = {
  user_id: string;
  /** Sealed: whoever reads the table makes no codes. */
  secret: Buffer;
  /** Null until a first code has shown that the device has the secret. */
  confirmed_at: Date | null;
  /** Of the last code that was taken, so that none is taken twice. */
  last_step: Generated<number>;
  created_at: Generated<Date>;
};

export type RecoveryCodeTable = { user_id: string; hash: Buffer; used_at: Date | null };
