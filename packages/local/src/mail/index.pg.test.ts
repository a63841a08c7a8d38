import { AwsClient } from "aws4fetch";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Aws } from "../router/index.ts";
import { createDatabase, credentials, region, startTestAws, temporaryFolder } from "../router/testing.ts";
import { createMailbox } from "./mailbox.ts";

const database = await createDatabase();
const folder = await temporaryFolder();
const pool = database.pool();
let aws: Aws;

beforeAll(async () => {
  aws = await startTestAws({ pool, jobsRoot: folder.path, mailbox: createMailbox("for-me-alone") });
});
afterAll(async () => {
  await aws.stop();
  await pool.end();
  await database.drop();
  await folder.remove();
});

const client = new AwsClient({ ...credentials, region, service: "ses", retries: 0 });

async function send(to: string[], text: string, content: object = { Simple: simple(text) }) {
  const body = { FromEmailAddress: "Atrium <a@example.org>", Destination: { ToAddresses: to }, Content: content };
  const answer = await client.fetch(`${aws.url}/v2/email/outbound-emails`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as { MessageId?: string; __type?: string } };
}

const simple = (text: string) => ({ Subject: { Data: "About <you>" }, Body: { Text: { Data: text } } });

const messages = async (query = "") =>
  ((await (await fetch(`${aws.mailbox}/messages${query}`)).json()) as { items: { to: string[]; text: string }[] })
    .items;

test("what is sent lies in the mailbox, newest first, and can be asked for by recipient", async () => {
  expect(await send(["anna@example.org"], "one")).toMatchObject({
    status: 200,
    body: { MessageId: expect.any(String) },
  });
  expect(await send(["bert@example.org"], "two")).toMatchObject({ status: 200 });
  expect((await messages()).map(({ text }) => text)).toEqual(["two", "one"]);
  expect(await messages("?to=Anna@example.org")).toMatchObject([{ to: ["anna@example.org"], text: "one" }]);
  expect(aws.surface()).toContain("ses:SendEmail");
});

test("the page shows the text with links, and nothing of what somebody else wrote runs", async () => {
  await send(["eve@example.org"], 'Go to https://atrium.test/reset-password#abc <script>alert("x")</script>');
  const answer = await fetch(aws.mailbox);
  const html = await answer.text();
  expect(html).toContain('<a href="https://atrium.test/reset-password#abc">');
  expect(html).toContain("About &lt;you&gt;");
  expect(html).not.toContain("<script");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
});

test("whoever has not got the token reads nothing", async () => {
  for (const path of ["/mailbox/", "/mailbox/wrong", "/mailbox/wrong/messages", "/mailbox/for-me-alone/other"]) {
    const answer = await fetch(`${aws.url}${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("Nothing here\n");
  }
  expect((await fetch(aws.mailbox, { method: "POST" })).status).toBe(404);
});

test.each([
  [["not an address"], undefined, "MessageRejected"],
  [[], undefined, "MessageRejected"],
  [["anna@example.org"], { Raw: { Data: "" } }, "BadRequestException"],
])("recipients %j, content %j: %s", async (to, content, code) => {
  expect(await send(to, "x", content)).toMatchObject({ status: 400, body: { __type: code } });
});
