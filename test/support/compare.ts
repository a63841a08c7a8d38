/** Holds a picture against the one that somebody approved: `--approve` on the test command makes the new one that. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { OUTPUT, ROOT } from "./paths.ts";

export const APPROVED = join(ROOT, "test", "browser", "approved");
const FAILED = join(OUTPUT, "screenshots");
const APPROVING = process.env.ATRIUM_TEST_APPROVE === "1";
/** Of a million: what rounding may do to the edges of letters, or a word that is set half a pixel aside. */
const PIXELS = 120;

type Comparator = (
  actual: Buffer,
  expected: Buffer,
  options: { maxDiffPixels: number; threshold: number },
) => { errorMessage: string; diff?: Buffer } | null;

// What playwright's own runner compares with; its version is pinned, and a picture test that cannot load it fails.
const { utils } = createRequire(import.meta.url)("playwright-core/lib/coreBundle") as {
  utils: { getComparator(type: string): Comparator };
};
const compare = utils.getComparator("image/webp");

/** What is wrong with it, or nothing. What differs lies beside what was expected, in the folder for output. */
export function differs(name: string, actual: Buffer): string | undefined {
  const approved = join(APPROVED, `${name}.webp`);
  const found = existsSync(approved) && readFileSync(approved);
  const result = found ? compare(actual, found, { maxDiffPixels: PIXELS, threshold: 0.1 }) : { errorMessage: "new" };
  for (const part of ["actual.webp", "expected.webp", "diff.png"])
    rmSync(join(FAILED, `${name}.${part}`), { force: true });
  if (!result) return;
  if (APPROVING) {
    mkdirSync(APPROVED, { recursive: true });
    writeFileSync(approved, actual);
    return;
  }
  mkdirSync(FAILED, { recursive: true });
  writeFileSync(join(FAILED, `${name}.actual.webp`), actual);
  if (found) copyFileSync(approved, join(FAILED, `${name}.expected.webp`));
  if ("diff" in result && result.diff) writeFileSync(join(FAILED, `${name}.diff.png`), result.diff);
  return `${name}: ${found ? result.errorMessage : "nobody approved of it yet"} See ${FAILED}; \`--approve\` takes it.`;
}
