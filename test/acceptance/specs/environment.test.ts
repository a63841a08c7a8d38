/** A script that brings a lock file: its packages and no others, made once, and only if they are what it says. */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { createProject, ended, uploadFile } from "../../support/make.ts";
import { ROOT } from "../../support/paths.ts";
import { administrator } from "../../support/people.ts";
import { environmentMissing } from "../../support/python.ts";

const LIMIT_MS = 120_000;
const LOCK = readFileSync(join(ROOT, "packages", "containers", "python", "requirements.lock"), "utf8");
/** One small package of the lock that is here anyway; what makes the file its own has never been made before. */
const packaging = /^packaging==[\s\S]*?(?=^\S|^ {4}# via)/m.exec(LOCK)?.[0].replace(/\\\s*$/, "\n") ?? "";
const own = () => `# ${randomUUID()}\n${packaging}`;

const missing = environmentMissing();
describe.skipIf(missing)(`an environment of a script's own${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let project: Json;
  const script = async (environment: string): Promise<string> => {
    const header = [
      "name: Versions",
      "language: python",
      `environment: ${environment}`,
      "output: string found",
      "output: file report",
    ];
    const code =
      "import importlib.util, packaging\nfound = f'{packaging.__version__} {importlib.util.find_spec(\"numpy\")}'\nreport = 'report.txt'\nopen(report, 'w').write(found)";
    const source = `${header.map((line) => `#${line}`).join("\n")}\n\n${code}\n`;
    return (await administrator.post("/scripts", { projectId: project.id, source })).id;
  };
  const run = async (id: string): Promise<Json> =>
    ended(administrator, (await administrator.post(`/functions/${id}/runs`, { inputs: {} })).id, LIMIT_MS);
  const reasonFor = async (name: string, lock: string): Promise<Json> => {
    await uploadFile(administrator, project.id, name, lock);
    const { state, error, attempt } = await run(await script(name));
    expect([state, attempt]).toEqual(["failed", 1]);
    return error;
  };

  beforeAll(async () => {
    project = await createProject(administrator);
  });

  it("is made once, holds what its lock file says and nothing else, and is named in where results come from", {
    timeout: 2 * LIMIT_MS,
  }, async () => {
    const lock = own();
    const file = await uploadFile(administrator, project.id, "tools.lock", lock);
    const id = await script("tools");
    const first = await run(id);
    expect(first.error).toBeNull();
    expect(first.outputs.found).toMatch(/^\d+\.\d+ None$/);
    const sha256 = createHash("sha256").update(lock).digest("hex");
    expect(first.code.environmentHash).toBe(sha256);
    const { edges } = await administrator.get(`/entities/${first.outputs.report}/lineage`);
    expect(edges).toContainEqual(
      expect.objectContaining({ from: first.id, to: file.id, role: "environment", contentHash: sha256 }),
    );
    const second = await run(id);
    expect(second.outputs.found).toBe(first.outputs.found);
    const steps = ({ steps }: Json) => steps.map(({ name }: Json) => name);
    expect(steps(first)).toContain("Environment");
    expect(steps(second)).not.toContain("Environment");
  });

  it("is refused where a package is not the one of its hash, or its lock file says more than packages", {
    timeout: 2 * LIMIT_MS,
  }, async () => {
    const forged = await reasonFor("forged.lock", own().replace(/sha256:[0-9a-f]{64}/g, `sha256:${"0".repeat(64)}`));
    expect(forged.message).toMatch(/packaging==\S+ is not what the lock file's hashes say/);
    const elsewhere = await reasonFor("elsewhere.lock", `--index-url https://packages.example/simple\n${packaging}`);
    expect(elsewhere.message).toMatch(/^Line 1 of the environment's lock file/);
    const { error } = await run(await script("nowhere"));
    expect(error.code).toBe("script.no_such_environment");
  });
});
