/** `dev`: needs the packages that only tests, checks and synthesis use. `bare`: needs none, and any Node. */
export const commands = {
  start: { module: "packages/local/src/main.ts", args: [], dev: false },
  test: { module: "test/run.ts", args: [], dev: true },
  "test:full": { module: "test/run.ts", args: ["--full"], dev: true },
  bench: { module: "test/bench/main.ts", args: [], dev: true },
  check: { module: "scripts/check.ts", args: [], dev: true },
  openapi: { module: "scripts/openapi.ts", args: [], dev: true },
  /** Says what is missing, so it must not install it first; it is written for the oldest Node that can install. */
  doctor: { module: "scripts/doctor/main.mjs", args: [], dev: true, bare: true },
  synth: { module: "scripts/synth/main.ts", args: [], dev: true },
};

const OLDEST = [20, 19];

/** A sentence when this Node cannot even install the newer one that everything else runs under. */
export function tooOld(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined;
  return `Atrium needs Node.js ${OLDEST.join(".")} or newer to install itself; this is ${version}.`;
}
