import type { TestProject } from "vitest/node";
import { printingBrowser } from "./browser.ts";
import { temporaryFolder } from "./paths.ts";
import type { Target } from "./provided.ts";
import { environmentMissing } from "./python.ts";
import { type RunningSystem, startSystem } from "./system.ts";

type Shared = { users: number; started: Promise<Started> };
type Started = { target: Target; stop?: () => Promise<void> };

// Every project evaluates this module for itself, yet all of them test the same system.
const shared = globalThis as typeof globalThis & { atriumSystem?: Shared };

export async function setup(project: TestProject) {
  shared.atriumSystem ??= { users: 0, started: deployed() ?? local() };
  const mine = shared.atriumSystem;
  mine.users++;
  try {
    project.provide("system", { target: (await mine.started).target });
  } catch (error) {
    // Told once here; each test file then fails, and the projects that need no system still run.
    if (mine.users === 1) process.stderr.write(`${String(error)}\n`);
    project.provide("system", { failure: String(error).split("\n")[0] ?? "unknown" });
    return;
  }
  return async () => {
    mine.users--;
    if (mine.users > 0) return;
    shared.atriumSystem = undefined;
    await (await mine.started).stop?.();
  };
}

/** The same suite runs against a deployed stage: `ATRIUM_URL=… ATRIUM_API_KEY=… npm test -- --project acceptance`. */
function deployed(): Promise<Started> | undefined {
  const { ATRIUM_URL: url, ATRIUM_API_KEY: apiKey, ATRIUM_EMAIL: email, ATRIUM_PASSWORD: password } = process.env;
  if (!url || !apiKey) return;
  const target = { url: url.replace(/\/+$/, ""), apiKey, email: email ?? null, password: password ?? null, home: null };
  return Promise.resolve({ target });
}

async function local(): Promise<Started> {
  const folder = temporaryFolder("system");
  let system: RunningSystem;
  try {
    // By this name, and by no other, a test may have something fetched from itself.
    const environment: Record<string, string> = { ATRIUM_IMPORT_HOSTS: "localhost" };
    if (environmentMissing() === undefined) environment.ATRIUM_CHROMIUM = await printingBrowser();
    system = await startSystem({ home: folder.path, environment });
  } catch (error) {
    folder.remove();
    throw error;
  }
  const { url, apiKey, email, password, home } = system;
  return {
    target: { url, apiKey, email, password, home },
    stop: async () => {
      await system.stop();
      folder.remove();
    },
  };
}
