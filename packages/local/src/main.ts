/** `npm start`: everything on this machine, until it is told to stop. */
import { startHost } from "./host/index.ts";
import { optionsFrom } from "./host/options.ts";
import { createStatus } from "./status/index.ts";

const STOP_WITHIN_MS = 4_500;

const status = createStatus();
const starting = begin();
let stopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
// The launcher that started us is gone, so nobody would ever tell us to stop.
process.on("disconnect", () => void stop());
process.channel?.unref();

async function begin() {
  try {
    const host = await startHost(optionsFrom(process.argv.slice(2), process.env), status);
    if (!stopping) status.write(`Atrium is ready: ${host.url}`);
    return host;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // What has not ended by then is ended by the guard, as after a crash: nothing acknowledged is lost by that.
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
  const host = await starting;
  await host.stop();
  process.exit(0);
}
