import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { temporaryFolder } from "./paths.ts";
import { assertListed, callsListed, callsMade } from "./surface.ts";

const home = temporaryFolder("surface");
afterAll(() => home.remove());

const made = (...calls: string[]) => {
  mkdirSync(join(home.path, "logs"), { recursive: true });
  const lines = calls.map((call) => JSON.stringify({ at: "now", level: "info", message: "AWS call made", call }));
  writeFileSync(join(home.path, "logs", "host.log"), `${lines.join("\n")}\n`);
};

it("reads the list of calls from its tables, and only from those", () => {
  const text = [
    "## Calls the program makes",
    "| service | call | made by |",
    "| --- | --- | --- |",
    "| s3      | GetObject (signed URL), PutObject | the browser |",
    "## Also answered",
    "| sqs | SendMessage | tests |",
    "## ",
  ].join("\n");
  expect([...callsListed(text)]).toEqual(["s3:GetObject", "s3:PutObject"]);
});

it("knows the list that is there", () => {
  expect([...callsListed()]).toEqual(expect.arrayContaining(["s3:UploadPart", "states:StartExecution"]));
});

it("fails for a call that is not listed, and names it", () => {
  made("s3:GetObject", "s3:PutBucketPolicy", "s3:GetObject");
  expect([...callsMade(home.path)]).toEqual(["s3:GetObject", "s3:PutBucketPolicy"]);
  expect(() => assertListed(home.path)).toThrow("s3:PutBucketPolicy");
  made("s3:GetObject");
  expect(() => assertListed(home.path)).not.toThrow();
});
