/** The doctor as somebody runs it who has just cloned this: from a copy without packages, too. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const clone = mkdtempSync(join(tmpdir(), "atrium-doctor-"));
const tools = join(clone, "tools");

type Finding = { name: string; state: "ok" | "missing" | "broken"; detail: string; disables?: string; remedy?: string };

/** Only Node on the path, and what a test puts into `tools`. */
function doctor(args: string[] = ["--json"], env: Record<string, string> = {}) {
  const command = [join(clone, "scripts", "launch.mjs"), "doctor", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    env: { PATH: tools, HOME: clone, ...env },
  });
  return { status, stdout, stderr };
}

function findings(env?: Record<string, string>) {
  const { status, stdout, stderr } = doctor(["--json"], env);
  expect(stderr).toBe("");
  const report = JSON.parse(stdout) as { works: boolean; findings: Finding[] };
  expect(status).toBe(report.works ? 0 : 1);
  return { ...report, named: (name: string) => report.findings.find((finding) => finding.name === name) };
}

function tool(name: string, script: string) {
  writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(tools, name), 0o755);
}

beforeAll(() => {
  for (const path of ["scripts/launch.mjs", "scripts/launch", "scripts/doctor", "package-lock.json", "package.json"])
    cpSync(join(ROOT, path), join(clone, path), { recursive: true });
  mkdirSync(tools);
});
afterAll(() => rmSync(clone, { recursive: true }));

describe("before anything is installed", () => {
  it("installs nothing, and says that nothing can work without npm", () => {
    const { works, named } = findings();
    expect(works).toBe(false);
    expect(named("npm packages")).toMatchObject({ state: "broken", remedy: expect.stringContaining("Install npm") });
    expect(() => rmSync(join(clone, "node_modules"))).toThrow("ENOENT");
  });

  it("is content when npm and its registry are there", async () => {
    tool("npm", 'if [ "$1" = config ]; then echo data:,registry; else echo 11.0.0; fi');
    const { works, named } = findings({ PORT: "0" });
    expect(named("npm packages")?.detail).toMatch(/^\d+ not installed yet/);
    expect(works).toBe(true);
    rmSync(join(tools, "npm"));
  });

  it("says of each missing tool what that disables and how to get it", () => {
    const { findings: all } = findings();
    const absent = all.filter(({ state }) => state === "missing").map(({ name }) => name);
    expect(absent).toEqual(expect.arrayContaining(["Python", "aws command", "Docker", "AWS credentials", "ffmpeg"]));
    for (const { state, disables, remedy } of all)
      if (state !== "ok") expect([disables, remedy]).toEqual([expect.any(String), expect.any(String)]);
  });
});

describe("the machine", () => {
  it("a port that was asked for and is taken stops npm start", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    expect(findings({ PORT: String(port) }).named(`Port ${port}`)).toMatchObject({ state: "broken", detail: "taken" });
    server.close();
    expect(findings({ PORT: "0" }).named("Port 0")).toMatchObject({ state: "ok" });
    expect(findings({ PORT: "http" }).named("Port http")).toMatchObject({ state: "broken" });
  });

  it("a tool that is there but does not work is told from one that is absent", () => {
    tool("docker", "echo Cannot connect to the Docker daemon >&2; exit 1");
    expect(findings().named("Docker")).toMatchObject({
      state: "missing",
      detail: "does not run: Cannot connect to the Docker daemon",
    });
    rmSync(join(tools, "docker"));
  });

  it("user code is off where nothing can hold it, and said to be unconfined where somebody wants that", () => {
    expect(findings().named("User code")).toMatchObject({
      state: "missing",
      detail: expect.stringContaining("util-linux"),
    });
    expect(findings().named("Python for code")).toMatchObject({
      state: "missing",
      remedy: expect.stringContaining("3.11"),
    });
    expect(findings().named("Chromium for PDF")).toMatchObject({ state: "missing", detail: "not installed" });
    expect(findings({ ATRIUM_CHROMIUM: "/no/such/file" }).named("Chromium for PDF")).toMatchObject({
      detail: "/no/such/file does not run",
    });
    const unconfined = findings({ ATRIUM_UNCONFINED_CODE: "yes" }).named("User code");
    expect(unconfined).toMatchObject({ state: "missing", disables: expect.stringContaining("all that Atrium can") });
  });

  it("credentials are found and never shown", () => {
    const env = { AWS_ACCESS_KEY_ID: "AKIAVISIBLE", AWS_SECRET_ACCESS_KEY: "hidden" };
    expect(findings(env).named("AWS credentials")).toMatchObject({ state: "ok" });
    expect(doctor([], env).stdout).not.toMatch(/AKIAVISIBLE|hidden/);
  });

  it("a home that cannot be made stops npm start", () => {
    const file = join(clone, "a-file");
    writeFileSync(file, "");
    expect(findings({ ATRIUM_HOME: join(clone, "new") }).named("ATRIUM_HOME")?.detail).toContain("first npm start");
    expect(findings({ ATRIUM_HOME: join(file, "home") }).named("ATRIUM_HOME")).toMatchObject({ state: "broken" });
  });
});

it("prints lines for people and a verdict last, and refuses what it does not know", () => {
  const { stdout } = doctor([]);
  expect(stdout).toMatch(/^✓ Node\.js/);
  expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/cannot work: see .*npm packages/);
  expect(doctor(["--fix"])).toMatchObject({ status: 2, stdout: "" });
});

it("finds everything a running test needs on a machine that runs the tests", () => {
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, "scripts", "launch.mjs"), "doctor", "--json"], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, PORT: "" },
  });
  expect(status, stdout).toBe(0);
});
