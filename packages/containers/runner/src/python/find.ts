import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Hopeless } from "../trouble.ts";

export type Installation = { program: string; version: string; base: string };

const OLDEST = [3, 11] as const;
const NAMES = ["python3", "python3.14", "python3.13", "python3.12", "python3.11"];
const PROBE = "import ensurepip, json, sys, venv; print(json.dumps([list(sys.version_info[:3]), sys.base_prefix]))";
const LIMIT_MS = 20_000;

const run = promisify(execFile);

/** The Python that environments are made from: the one that was named, or the first on the path that is new enough. */
export async function findPython(environment: NodeJS.ProcessEnv): Promise<Installation> {
  const named = environment.ATRIUM_PYTHON;
  const old: string[] = [];
  for (const program of named ? [named] : NAMES) {
    const found = await probe(program);
    if (found === undefined) continue;
    const [major = 0, minor = 0] = found.version.split(".").map(Number);
    if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return found;
    old.push(found.version);
  }
  const wanted = `Python ${OLDEST.join(".")} or newer with venv`;
  const there = old.length > 0 ? `only ${old.join(", ")} is installed` : "none is installed";
  throw new Hopeless(`Python code can't run on this machine: it needs ${wanted}, and ${there}.`);
}

async function probe(program: string): Promise<Installation | undefined> {
  try {
    const { stdout } = await run(program, ["-I", "-c", PROBE], { timeout: LIMIT_MS });
    const [version, base] = JSON.parse(stdout) as [number[], string];
    return { program, version: version.join("."), base };
  } catch {
    return undefined; // absent, or without what it takes
  }
}
