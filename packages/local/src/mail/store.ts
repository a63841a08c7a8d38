import type pg from "pg";
import { migrateMail } from "./schema.ts";

export type Mail = {
  id: string;
  at: number;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
};

/** A mailbox for looking in, not an archive. */
const MOST = 1_000;

/** Keeps what the program sent, in the host's database. */
export async function startMail(pool: pg.Pool) {
  await migrateMail(pool);
  return {
    async keep({ id, at, from, to, subject, text, html }: Mail): Promise<void> {
      await pool.query(
        `insert into mail.message (id, at, sender, recipients, subject, body, html) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, at, from, to, subject, text, html],
      );
      await pool.query(
        `delete from mail.message where sequence <= (select max(sequence) from mail.message) - $1::bigint`,
        [MOST],
      );
    },
    /** The newest first; of one recipient where one is named. */
    async list(to: string | undefined, limit: number): Promise<Mail[]> {
      const { rows } = await pool.query<Mail & { at: string }>(
        `select id, at, sender as "from", recipients as "to", subject, body as text, html from mail.message
         where $1::text is null or lower($1) = any (select lower(unnest(recipients)))
         order by sequence desc limit $2`,
        [to ?? null, limit],
      );
      return rows.map((row) => ({ ...row, at: Number(row.at) }));
    },
  };
}

export type MailStore = Awaited<ReturnType<typeof startMail>>;
