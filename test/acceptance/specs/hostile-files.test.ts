/**
 * Broken and malicious files: each becomes a table, or a failed run that says what is wrong with the file. The first ring
 * takes some of them, the second (`npm run test:full`) all.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { type HostileFile, hostileFiles } from "../../support/hostile/files.ts";
import type { Json } from "../../support/http.ts";
import { createProject, ended, uploadFile } from "../../support/make.ts";
import { newPerson, type Person } from "../../support/people.ts";
import { createRandom } from "../../support/random.ts";
import { some } from "../../support/ring.ts";

const SEED = Number(process.env.ATRIUM_HOSTILE_SEED ?? 20_261_121);
const EVERY = 32;
const AT_ONCE = 4;
const MINUTES = 60_000;
const LIMIT_MS = 2 * MINUTES;
/** Reasons that say nothing of the file. */
const NO_REASON = ["import.failed", "import.timeout", "internal.error"];

let ada: Person;
let project: Json;
beforeAll(async () => {
  ada = await newPerson("Ada");
  project = await createProject(ada.key);
});

async function outcomeOf({ name, content }: HostileFile): Promise<string | undefined> {
  const file = await uploadFile(ada.key, project.id, name, content);
  const preview = await ada.key.call("GET", `/files/${file.id}/preview`);
  if (preview.status >= 500) return `the preview answered ${preview.status} ${preview.body?.code}`;
  const body = { projectId: project.id, name, fileId: file.id };
  const begun = await ada.key.call("POST", "/tables", { body });
  if (begun.status >= 500) return `importing answered ${begun.status}`;
  if (begun.status >= 400) return undefined;
  const run = await ended(ada.key, begun.body.run.id, LIMIT_MS);
  const table = await ada.key.get(`/tables/${begun.body.table.id}`);
  if (run.state === "failed") {
    const said = /^import\.|^input\./.test(run.error?.code) && !NO_REASON.includes(run.error.code);
    return said && table.state === "failed"
      ? undefined
      : `failed with ${JSON.stringify(run.error)}, the table is ${table.state}`;
  }
  const rows = await ada.key.call("GET", `/tables/${table.id}/rows?limit=5`);
  return table.state === "ready" && rows.status === 200
    ? undefined
    : `${run.state}, ${table.state}, rows answered ${rows.status}`;
}

describe(`with seed ${SEED}`, () => {
  it("every file is imported or refused with a reason", { timeout: 20 * MINUTES }, async () => {
    const all = await hostileFiles(createRandom(SEED));
    expect(all.length).toBeGreaterThanOrEqual(250);
    const faults: string[] = [];
    const waiting = some(all, EVERY).values();
    const work = async () => {
      for (const file of waiting) {
        const fault = await outcomeOf(file).catch((error: unknown) => `no end: ${String(error)}`);
        if (fault) faults.push(`${file.what} (${file.name}) → ${fault}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(faults).toEqual([]);
  });
});
