import type { Generated } from "kysely";

export type UserTable = {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  admin: Generated<boolean>;
  may_execute: Generated<boolean>;
  kind: Generated<"person" | "service">;
  deactivated_at: Date | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

export type SessionTable = {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  /** What is still missing before it is a session. */
  awaits: "code" | "enrolment" | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

/** A way to sign in. What proves it, better-auth keeps to itself. */
export type AccountTable = {
  id: string;
  user_id: string;
  /** `credential` is the password. */
  provider_id: string;
  /** Of a provider: its issuer and what it calls the person, `|` between. */
  account_id: string;
  /** The address that the provider named last. */
  email: string | null;
  last_used_at: Date | null;
  created_at: Generated<Date>;
};

export type InvitationTable = {
  id: string;
  email: string;
  token_hash: Buffer;
  invited_by: string;
  created_at: Generated<Date>;
  expires_at: Date;
  accepted_at: Date | null;
};
