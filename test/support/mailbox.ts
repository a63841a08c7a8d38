import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { target } from "./target.ts";

const PATIENCE_MS = 15_000;

/** Mail can be looked at on one machine only; on a deployed stage it went to whom it was addressed to. */
export const hasMailbox = target.home !== null;

type Letter = { subject: string; text: string };

/** Waits for a letter to somebody that holds a link to `page`, and gives the token behind its `#`. */
export async function tokenMailed(to: string, page: string): Promise<string> {
  const { mailbox } = JSON.parse(readFileSync(join(target.home ?? "", "credentials.json"), "utf8")) as {
    mailbox: string;
  };
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const answer = await fetch(`${mailbox}/messages?to=${encodeURIComponent(to)}`);
    const { items } = (await answer.json()) as { items: Letter[] };
    const token = items.map(({ text }) => new RegExp(`/${page}#(\\S+)`).exec(text)?.[1]).find(Boolean);
    if (token) return token;
    if (Date.now() > end) throw new Error(`No letter to ${to} with a link to ${page}`);
    await sleep(200);
  }
}
