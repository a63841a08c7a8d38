import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { query, transaction } from "../database/index.ts";
import { useDatabase } from "../database/testing.ts";
import { isPermanent } from "../error/index.ts";
import { Mailer } from "../mailer/index.ts";
import { Mail } from "./index.ts";

useDatabase();

type Sent = { FromEmailAddress: string; Destination: { ToAddresses: string[] }; Content: { Simple: object } };
const sent: Sent[] = [];
let refusal: { status: number; type: string } | undefined;

const service = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (refusal) {
    response.writeHead(refusal.status, { "content-type": "application/json", "x-amzn-errortype": refusal.type });
    response.end(JSON.stringify({ message: "no" }));
    return;
  }
  sent.push(JSON.parse(Buffer.concat(chunks).toString()) as Sent);
  response.writeHead(200, { "content-type": "application/json" }).end('{"MessageId":"1"}');
});

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  process.env.AWS_ENDPOINT_URL_SESV2 = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  process.env.MAIL_FROM = "Atrium <atrium@example.org>";
});
afterEach(() => {
  refusal = undefined;
  sent.length = 0;
});
afterAll(() => {
  delete process.env.MAIL_FROM;
  service.closeAllConnections();
  service.close();
});

const letter = { to: "anna@example.org", subject: "Hello", text: "A line" };
const waiting = async () =>
  (await query((db) => sql<{ payload: object }>`select payload from outbox order by id`.execute(db))).rows.map(
    ({ payload }) => payload,
  );

test("a letter waits in the outbox of its transaction, and goes with it", async () => {
  await expect(
    transaction(async () => {
      await Mail.send(letter);
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  expect(await waiting()).toEqual([]);
  await Mail.send(letter);
  expect(await waiting()).toEqual([letter]);
  await query((db) => sql`delete from outbox`.execute(db));
});

test("nothing is sent where no sender is set, nor to what can never be reached", async () => {
  await Mail.send({ ...letter, to: "usr_01@service.invalid" });
  delete process.env.MAIL_FROM;
  await Mail.send(letter);
  process.env.MAIL_FROM = "Atrium <atrium@example.org>";
  expect(await waiting()).toEqual([]);
});

test.each([
  [{ ...letter, to: "anna@example.org, eve@example.org" }],
  [{ ...letter, subject: "Hello\r\nBcc: eve@example.org" }],
  [{ ...letter, subject: "" }],
])("%j is no letter", (bad) => {
  expect(() => Mail.send(bad)).toThrow();
});

test("is delivered to one recipient, from the sender, in plain text", async () => {
  await Mailer.deliver(letter);
  expect(sent).toMatchObject([
    {
      FromEmailAddress: "Atrium <atrium@example.org>",
      Destination: { ToAddresses: ["anna@example.org"] },
      Content: { Simple: { Subject: { Data: "Hello" }, Body: { Text: { Data: "A line" } } } },
    },
  ]);
});

test.each([
  [400, "MessageRejected", "mail.refused", true],
  [400, "MailFromDomainNotVerifiedException", "mail.refused", true],
  [429, "TooManyRequestsException", "mail.throttled", false],
  [500, "InternalServerError", "mail.unreachable", false],
])("%d %s becomes %s", async (status, type, code, permanent) => {
  refusal = { status, type };
  const error: unknown = await Mailer.deliver(letter).catch((cause: unknown) => cause);
  expect(error).toMatchObject({ code });
  expect(isPermanent(error)).toBe(permanent);
  expect(String(error)).not.toContain("anna@example.org");
});
