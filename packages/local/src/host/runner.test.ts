import { expect, it } from "vitest";
import { runnerEnvironment } from "./runner.ts";

const STARTED = {
  PATH: "/bin",
  HTTPS_PROXY: "http://proxy:3128",
  PIP_INDEX_URL: "https://packages.example/simple",
  AWS_ACCESS_KEY_ID: "AKIA",
  AWS_SECRET_ACCESS_KEY: "hidden",
  AWS_PROFILE: "work",
  DATABASE_URL: "postgres://somebody:hidden@somewhere",
  PGPASSWORD: "hidden",
  GITHUB_TOKEN: "hidden",
};

it("starts the job of user code with the network's settings and without anything that opens something", () => {
  const environment = runnerEnvironment("/atrium", "/cache", STARTED);
  expect(environment).toMatchObject({
    ATRIUM_CONTAINERS: "/atrium/packages/containers",
    ATRIUM_PYTHON_CACHE: "/cache/python",
    ATRIUM_SANDBOX: "namespaces",
    HTTPS_PROXY: "http://proxy:3128",
    PIP_INDEX_URL: "https://packages.example/simple",
  });
  expect(Object.keys(environment).filter((name) => /AWS|DATABASE|SECRET|TOKEN|PASSWORD/.test(name))).toEqual([]);
  expect(JSON.stringify(environment)).not.toContain("hidden");
});

it("lets user code out of its sandbox only when the one setting says yes", () => {
  const sandboxOf = (answer?: string) => runnerEnvironment("/", "/", { ATRIUM_UNCONFINED_CODE: answer }).ATRIUM_SANDBOX;
  expect(["yes", "true", "no", undefined].map(sandboxOf)).toEqual(["off", "namespaces", "namespaces", "namespaces"]);
  const asked = { ATRIUM_SANDBOX: "off", ATRIUM_UNCONFINED_CODE: "no" };
  expect(runnerEnvironment("/", "/", asked).ATRIUM_SANDBOX).toBe("namespaces");
});
