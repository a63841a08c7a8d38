import { randomUUID } from "node:crypto";
import { AwsError } from "../router/error.ts";
import { type Actions, type Input, text } from "../router/input.ts";
import type { MailStore } from "./store.ts";

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;
const MOST_RECIPIENTS = 50;

const rejected = (message: string) => new AwsError("MessageRejected", message);

/** The call of SESv2 that this host answers: a message kept for the mailbox page instead of sent. */
export function mailActions(store: MailStore) {
  return {
    async SendEmail(input: Input) {
      const from = text(input, "FromEmailAddress");
      const to = recipients(input);
      const { subject, body, html } = simpleContent(input);
      const id = randomUUID();
      await store.keep({ id, at: Date.now(), from, to, subject, text: body, html });
      return { MessageId: id };
    },
  } satisfies Actions;
}

function recipients(input: Input): string[] {
  const { ToAddresses: to } = record(input.Destination);
  const valid = Array.isArray(to) && to.length > 0 && to.every((one) => typeof one === "string" && ADDRESS.test(one));
  if (!valid) throw rejected("Missing or illegal address in Destination.ToAddresses");
  if (to.length > MOST_RECIPIENTS) throw rejected(`Recipient count exceeds ${MOST_RECIPIENTS}.`);
  return to;
}

function simpleContent(input: Input): { subject: string; body: string; html: string | null } {
  const simple = record(record(input.Content).Simple);
  const { Text: plain, Html: html } = record(simple.Body);
  const subject = record(simple.Subject).Data;
  const body = record(plain).Data;
  const marked = record(html).Data;
  if (typeof subject !== "string" || typeof body !== "string")
    throw new AwsError(
      "BadRequestException",
      "Content.Simple needs a Subject and a Body with Text: nothing else is hosted here",
    );
  return { subject, body, html: typeof marked === "string" ? marked : null };
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
