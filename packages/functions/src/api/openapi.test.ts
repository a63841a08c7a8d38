import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { app } from "./app.ts";
import { openAPI } from "./openapi.ts";

test("the committed document is what the routes say", async () => {
  const committed = JSON.parse(await readFile(new URL("../../openapi.json", import.meta.url), "utf8"));
  expect(committed, "stale: run node packages/functions/src/api/openapi-main.ts").toEqual(
    JSON.parse(JSON.stringify(openAPI(app))),
  );
});

test("it is 3.1, declares how to sign in, and every error is a problem", () => {
  const document = openAPI(app);
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.components?.securitySchemes ?? {})).toEqual([
    "apiKey",
    "jobToken",
    "session",
    "shareLink",
  ]);
  for (const [path, methods] of Object.entries(document.paths ?? {}))
    for (const operation of Object.values(
      methods as Record<string, { responses: Record<string, unknown>; summary: string }>,
    )) {
      expect(operation.summary, path).toBeTruthy();
      if (!path.endsWith("/rows")) expect(operation.responses.default, path).toBeDefined();
    }
});
