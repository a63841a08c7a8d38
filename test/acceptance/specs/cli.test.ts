/** The path by `atrium`: upload, table import, table head, in processes of their own. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atrium } from "../../support/cli.ts";
import { MALFORMED } from "../../support/make.ts";
import { temporaryFolder } from "../../support/paths.ts";
import { newPerson, type Person } from "../../support/people.ts";
import { target } from "../../support/target.ts";

const folder = temporaryFolder("cli");
afterAll(folder.remove);

let ada: Person;
const run = (...args: string[]) =>
  atrium(args, {
    cwd: folder.path,
    env: { XDG_CONFIG_HOME: folder.path, ATRIUM_URL: target.url, ATRIUM_API_KEY: ada.apiKey },
  });

beforeAll(async () => {
  ada = await newPerson("Ada");
  const lines = Array.from({ length: 150_000 }, (_, n) => `${n},${["Oslo", "Lima"][n % 2]}`);
  writeFileSync(join(folder.path, "cities.csv"), `n,city\n${lines.join("\n")}\n`);
  writeFileSync(join(folder.path, "broken.csv"), MALFORMED);
});

describe("the path", () => {
  it("login keeps the key, whoami tells it", async () => {
    const env = { XDG_CONFIG_HOME: folder.path };
    const login = await atrium(["login", "--url", target.url], { env, cwd: folder.path, input: `${ada.apiKey}\n` });
    expect(login, login.stderr).toMatchObject({ code: 0 });
    expect(statSync(join(folder.path, "atrium", "credentials.json")).mode & 0o777).toBe(0o600);
    const whoami = await atrium(["whoami", "--json"], { env, cwd: folder.path });
    expect(JSON.parse(whoami.stdout)).toMatchObject({ url: target.url, user: { email: ada.email } });
  });

  it("project create, upload, table import, table head", async () => {
    const created = await run("project", "create", "Cities");
    expect(created, created.stderr).toMatchObject({ code: 0 });
    const uploaded = await run("upload", "cities.csv", "--project", "Cities");
    expect(uploaded, uploaded.stderr).toMatchObject({ code: 0, stdout: expect.stringMatching(/^fil_\S+\n$/) });
    const imported = await run(
      "table",
      "import",
      uploaded.stdout.trim(),
      "--project",
      "Cities",
      "--name",
      "Towns",
      "--wait",
    );
    expect(imported, imported.stderr).toMatchObject({ code: 0, stdout: expect.stringMatching(/^tbl_\S+\n$/) });
    expect(imported.stderr).toContain("150000 rows, 2 columns");
    const head = await run("table", "head", "Towns", "-n", "2");
    expect(head.stdout).toBe("    n  city\nint64  text\n    0  Oslo\n    1  Lima\n");
  });

  it("rows beyond one page come whole, in each format", async () => {
    const csv = await run("table", "rows", "Towns", "--format", "csv");
    expect(csv.stdout.trimEnd().split(/\r?\n/)).toHaveLength(150_001);
    const saved = await run(
      "table",
      "rows",
      "Towns",
      "--format",
      "arrow",
      "-o",
      "towns.arrow",
      "--where",
      "city = Lima",
      "--sort",
      "-n",
    );
    expect(saved, saved.stderr).toMatchObject({ code: 0, stdout: "" });
    const arrow = tableFromIPC(readFileSync(join(folder.path, "towns.arrow")));
    expect(arrow.numRows).toBe(75_000);
    expect(Number(arrow.get(0)?.n)).toBe(149_999);
    const json = await run("table", "rows", "Towns", "--format", "json", "--select", "n", "--limit", "2");
    expect(JSON.parse(json.stdout)).toEqual([{ n: 0 }, { n: 1 }]);
  });

  it("runs can be listed and read", async () => {
    const [latest] = JSON.parse((await run("run", "list", "--project", "Cities", "--json")).stdout);
    expect(latest).toMatchObject({ state: "succeeded" });
    expect(await run("run", "show", latest.id)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("succeeded"),
    });
    expect((await run("run", "logs", latest.id)).stdout.length).toBeGreaterThan(0);
    expect(await run("run", "wait", latest.id)).toMatchObject({ code: 0 });
  });
});

describe("exit codes", () => {
  it("4 when the import failed, with the reason and nothing lost", async () => {
    const failed = await run("table", "import", "broken.csv", "--project", "Cities", "--name", "Broken", "--wait");
    expect(failed.code).toBe(4);
    expect(failed.stderr).toMatch(/failed: .{20,}/);
    expect(failed.stderr).not.toMatch(/\n\s+at /);
    const items = await ada.key.get("/search?q=broken&kind=file");
    expect(items.items).toHaveLength(1);
  });

  it("3 for what is not there, 2 for what is not understood", async () => {
    expect(await run("table", "head", "Nowhere")).toMatchObject({ code: 3 });
    expect(await run("upload", "nowhere.csv", "--project", "Cities")).toMatchObject({ code: 2 });
  });

  it("3 for a key that is none", async () => {
    const env = { XDG_CONFIG_HOME: folder.path, ATRIUM_URL: target.url, ATRIUM_API_KEY: "nope" };
    expect(await atrium(["whoami"], { env })).toMatchObject({ code: 3 });
  });

  it("1 when nobody answers", async () => {
    const env = { XDG_CONFIG_HOME: folder.path, ATRIUM_URL: "http://127.0.0.1:9", ATRIUM_API_KEY: "k" };
    expect(await atrium(["whoami"], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("network.unreachable"),
    });
  });
});
