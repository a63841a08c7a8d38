import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { handlerProblem } from "./handler.ts";

const folder = mkdtempSync(path.join(tmpdir(), "synth-handler-"));
writeFileSync(path.join(folder, "api.ts"), "type T = 1; export const handler = async (event: T) => event;\n");
writeFileSync(path.join(folder, "again.ts"), 'export { handler } from "./missing.ts";\n');
writeFileSync(path.join(folder, "native.ts"), 'import "@scope/native"; export const handler = 1;\n');
writeFileSync(path.join(folder, "other.ts"), "const handler = 1; export const myhandler = handler;\n");
afterAll(() => rmSync(folder, { recursive: true }));

it.each(["api.handler", "again.handler"])("takes %s, which exports its handler", async (handler) => {
  expect(await handlerProblem(folder, handler)).toBeUndefined();
});

it("takes a handler whose packages are all in its bundle or beside it", async () => {
  expect(await handlerProblem(folder, "native.handler", ["@scope/native"])).toBeUndefined();
});

it("says what the bundle of a handler can't hold", async () => {
  expect(await handlerProblem(folder, "native.handler", [])).toContain('Could not resolve "@scope/native"');
});

it.each([
  ["gone.handler", "there is no gone.ts"],
  ["other.handler", 'other.ts does not export "handler"'],
  ["api.main", 'api.ts does not export "main"'],
])("says what is wrong with %s", async (handler, problem) => {
  expect(await handlerProblem(folder, handler)).toBe(`handler ${handler}: ${problem}`);
});
