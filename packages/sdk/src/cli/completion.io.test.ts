/** The scripts in the shells they are for, as far as those are here. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const atrium = join(import.meta.dirname, "..", "..", "bin", "atrium.mjs");
const script = (shell: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [atrium, "completion", shell], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
};
const has = (shell: string) => spawnSync(shell, ["-c", "true"]).error === undefined;

describe("bash", () => {
  const complete = (...words: string[]) => {
    const typed = words.map((word) => `'${word}'`).join(" ");
    const line = `COMP_WORDS=(atrium ${typed}); COMP_CWORD=${words.length}; _atrium; echo "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", `${script("bash")}\n${line}`], { encoding: "utf8" });
    expect(stderr).toBe("");
    return stdout.trim().split(" ");
  };

  it("completes commands, commands of commands, and their options", ({ skip }) => {
    skip(!has("bash"), "bash is not installed here");
    expect(complete("")).toEqual(expect.arrayContaining(["login", "project", "upload", "table", "run", "completion"]));
    expect(complete("ta")).toEqual(["table"]);
    expect(complete("table", "")).toEqual(expect.arrayContaining(["import", "head", "query", "versions"]));
    expect(complete("table", "import", "rain.csv", "--enc")).toEqual(["--encoding"]);
    expect(complete("table", "import", "rain.csv", "--js")).toEqual(["--json"]);
  });

  it("leaves files to the shell", ({ skip }) => {
    skip(!has("bash"), "bash is not installed here");
    expect(complete("upload", "ra")).toEqual([""]);
  });
});

it.for(["zsh", "fish"])("%s reads its script", (shell, { skip }) => {
  const text = script(shell);
  for (const word of ["table", "completion", "encoding"]) expect(text).toContain(word);
  skip(!has(shell), `${shell} is not installed here`);
  expect(spawnSync(shell, ["-n"], { input: text, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

it("refuses other shells", () => {
  expect(spawnSync(process.execPath, [atrium, "completion", "tcsh"]).status).toBe(2);
});
