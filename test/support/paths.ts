import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");
/** What a person may look at after a run: screenshots, captured logs. Not committed. */
export const OUTPUT = join(ROOT, "test", ".output");

export function temporaryFolder(purpose: string) {
  const path = mkdtempSync(join(tmpdir(), `atrium-${purpose}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}
