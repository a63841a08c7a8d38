/** Starts the whole product as `npm start` does, as a child process of the test. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./paths.ts";
import { assertListed } from "./surface.ts";

const READY = /Atrium is ready: (http:\/\/\S+)/;
const START_LIMIT_MS = 120_000;
/** What the product promises for SIGTERM. */
const STOP_LIMIT_MS = 5_000;
const KEPT_OUTPUT = 200_000;

export type Credentials = { url: string; mailbox: string; email: string; password: string; apiKey: string };

export type RunningSystem = Credentials & {
  pid: number;
  home: string;
  startedInMs: number;
  output(): string;
  /** SIGTERM; throws when the process does not end cleanly in time. */
  stop(): Promise<void>;
  /** SIGKILL to the main process only; what it leaves behind is the next start's business. */
  kill(): Promise<void>;
};

type StartOptions = { home: string; port?: number; sample?: boolean; environment?: Record<string, string> };

export async function startSystem(options: StartOptions): Promise<RunningSystem> {
  const begun = performance.now();
  const args = [join(ROOT, "packages/local/src/main.ts"), ...(options.sample ? [] : ["--empty"])];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      ...outsideEnvironment(),
      PORT: String(options.port ?? 0),
      ATRIUM_HOME: options.home,
      ...options.environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = capture(child);
  const url = await ready(child, output);
  const startedInMs = performance.now() - begun;
  const credentials = JSON.parse(await readFile(join(options.home, "credentials.json"), "utf8")) as Credentials;
  return {
    ...credentials,
    url,
    pid: child.pid ?? 0,
    home: options.home,
    startedInMs,
    output: output.text,
    async stop() {
      await stop(child, output);
      assertListed(options.home);
    },
    kill: () => kill(child),
  };
}

/** The test runner's own settings must not reach the product, but which Python it takes and where it keeps what is made of it. */
function outsideEnvironment(): NodeJS.ProcessEnv {
  const own =
    /^(VITEST|NODE_ENV$|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|AWS_|DATABASE_|ATRIUM_(?!PYTHON(_CACHE)?$)|PORT$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

type Output = ReturnType<typeof capture>;

function capture(child: ChildProcess) {
  let text = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text = (text + chunk).slice(-KEPT_OUTPUT);
      for (const listener of listeners) listener();
    });
  }
  return { text: () => text, listeners };
}

function ready(child: ChildProcess, output: Output): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      settle();
      child.kill("SIGTERM");
      reject(new Error(`The system did not start: ${reason}\n--- its output ---\n${output.text() || "(none)"}`));
    };
    const look = () => {
      const url = READY.exec(output.text())?.[1];
      if (!url) return;
      settle();
      resolve(url);
    };
    const gone = (code: number | null, signal: string | null) => fail(`it ended with ${signal ?? `code ${code}`}`);
    const timer = setTimeout(() => fail(`not ready within ${START_LIMIT_MS / 1000} s`), START_LIMIT_MS);
    const settle = () => {
      clearTimeout(timer);
      output.listeners.delete(look);
      child.off("exit", gone);
    };
    output.listeners.add(look);
    child.once("exit", gone);
  });
}

async function stop(child: ChildProcess, output: Output) {
  if (ended(child)) throw new Error(`The system had already ended\n--- its output ---\n${output.text()}`);
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
  const [code, signal] = await exit;
  clearTimeout(timer);
  if (signal === "SIGKILL")
    throw new Error(
      `SIGTERM did not end the system within ${STOP_LIMIT_MS / 1000} s\n--- its output ---\n${output.text()}`,
    );
  if (code !== 0) throw new Error(`The system ended with ${signal ?? `code ${code}`} after SIGTERM\n${output.text()}`);
}

async function kill(child: ChildProcess) {
  if (ended(child)) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;
