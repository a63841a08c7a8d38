import * as Config from "../config/index.ts";
import { AppError } from "../error/index.ts";
import { Message } from "../mail/message.ts";
import { must } from "../util/index.ts";

export * as Mailer from "./index.ts";

const TIMEOUT_MS = 10_000;

/** What the service will refuse again however often it is asked. */
const REFUSED = new Set(["MessageRejected", "BadRequestException", "MailFromDomainNotVerifiedException"]);
const THROTTLED = new Set(["TooManyRequestsException", "LimitExceededException"]);

/**
 * Hands one message of the outbox to SES, which may get one twice; that is better than losing it. Apart from `mail`, so that what
 * only leaves messages does not bring the client.
 */
export async function deliver(payload: unknown): Promise<void> {
  const { to, subject, text, html } = Message.parse(payload);
  const { client, SendEmailCommand } = await import("./sdk.ts");
  const part = (data: string) => ({ Data: data, Charset: "UTF-8" });
  const command = new SendEmailCommand({
    FromEmailAddress: must(Config.mailFrom(), "sender of mail"),
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: {
        Subject: part(subject),
        Body: { Text: part(text), ...(html === undefined ? {} : { Html: part(html) }) },
      },
    },
  });
  try {
    await client.send(command, { abortSignal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw asOurs(error);
  }
}

/** Messages of the service may repeat an address, so ours says none; the cause is for the log. */
function asOurs(cause: unknown): AppError {
  const name = cause instanceof Error ? cause.name : "";
  if (REFUSED.has(name))
    return new AppError("unprocessable", "mail.refused", "The mail service refuses this message or its sender.", {
      cause,
    });
  if (THROTTLED.has(name))
    return new AppError("limit", "mail.throttled", "The mail service takes no more at this rate.", { cause });
  return new AppError("unavailable", "mail.unreachable", "The mail service did not take the message.", { cause });
}
