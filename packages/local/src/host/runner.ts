import { join } from "node:path";
import { mediaEnvironment } from "./media-programs.ts";

/** The image that runs what users wrote. */
export const RUNNER = "runner";

/** Tells it what to run in the place of an image. */
export const IMAGE_PROGRAM = "ATRIUM_IMAGE_PROGRAM";

/** Of who started this program what decides how packages are fetched, and whether user code may run unconfined. */
const PASSED_ON = [
  /^(PATH|LANG|SSL_CERT_FILE|SSL_CERT_DIR|NODE_EXTRA_CA_CERTS|REQUESTS_CA_BUNDLE)$/,
  /^(https?|no|all)_proxy$/i,
  /^(PIP|UV)_/,
  /^(ATRIUM_PYTHON|ATRIUM_PYTHON_CACHE|ATRIUM_CHROMIUM|ATRIUM_UNCONFINED_CODE)$/,
];

/**
 * All that the job of user code is started with besides what the program says of it: no database, no AWS, no secret,
 * for there is nothing in it that needs them.
 */
export function runnerEnvironment(
  root: string,
  cache: string,
  started: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const passed = Object.entries(started).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && PASSED_ON.some((rule) => rule.test(pair[0])),
  );
  return {
    ATRIUM_PYTHON_CACHE: join(cache, "python"),
    ...Object.fromEntries(passed),
    // Shown to the code, as what reads videos; a name alone is a program of the system, which it sees anyway.
    ...mediaEnvironment(root),
    ATRIUM_SANDBOX: started.ATRIUM_UNCONFINED_CODE === "yes" ? "off" : "namespaces",
    ATRIUM_CONTAINERS: join(root, "packages", "containers"),
    NODE_COMPILE_CACHE: join(cache, "compiled"),
  };
}
