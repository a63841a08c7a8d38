/**
 * `npm test [-- <filter or vitest option>…] [--out <file>]`: every project in one run, one summary, and a last line for
 * machines. `--approve` takes pictures that changed for the right ones. `--out` writes what was run, where and how it ended: `docs/measurements/<date>-full.json` for the second ring.
 */
import { parseCLI, startVitest, type TestModule } from "vitest/node";
import { writeOutcome } from "./support/outcome.ts";

const { full, approve, out, rest } = own(process.argv.slice(2));
if (full) process.env.ATRIUM_TEST_RING = "full";
if (approve) process.env.ATRIUM_TEST_APPROVE = "1";

const begun = performance.now();
const { filter, options } = parseCLI(["vitest", "run", ...rest]);

const vitest = await startVitest(filter, { ...options, watch: false, run: true });
const modules = vitest.state.getTestModules();
const errors = vitest.state.getUnhandledErrors();
await vitest.close();

const { passed, failed, skipped } = count(modules);
if (out) {
  const totals = { passed, failed: failed + errors.length, skipped };
  writeOutcome(out, { ring: full ? "full" : "usual", seconds: (performance.now() - begun) / 1_000, totals, modules });
}
const broken = failed > 0 || errors.length > 0 || modules.length === 0;
if (modules.length === 0) console.log(`No test file matches ${filter.join(" ")}`);
if (errors.length > 0) console.log(`${errors.length} errors outside of any test, shown above`);
console.log(`${passed} passed, ${failed + errors.length} failed, ${skipped} skipped`);

// A test that left a handle open must not keep the command from ending.
process.exit(broken ? 1 : 0);

/** What is for this command; the rest is vitest's. */
function own(args: string[]) {
  const at = args.indexOf("--out");
  const [out] = at < 0 ? [] : args.splice(at, 2).slice(1);
  if (at >= 0 && !out) throw new Error("--out needs the name of a file");
  const [full, approve] = [args.includes("--full"), args.includes("--approve")];
  return { full, approve, out, rest: args.filter((arg) => arg !== "--full" && arg !== "--approve") };
}

function count(modules: TestModule[]) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    let failures = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") total.passed++;
      else if (state === "failed") failures++;
      else total.skipped++;
    }
    // A file that cannot be loaded, or a hook that throws, fails without any failed test in it.
    total.failed += failures || (module.state() === "failed" ? 1 : 0);
  }
  return total;
}
