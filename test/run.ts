/** `npm test [-- <filter or vitest option>…]`: every project in one run, one summary, and a last line for machines. */
import { parseCLI, startVitest, type TestModule } from "vitest/node";

const args = process.argv.slice(2);
const full = args.includes("--full");
if (full) process.env.ATRIUM_TEST_RING = "full";

const { filter, options } = parseCLI(["vitest", "run", ...args.filter((arg) => arg !== "--full")]);

const vitest = await startVitest(filter, { ...options, watch: false, run: true });
const modules = vitest.state.getTestModules();
const errors = vitest.state.getUnhandledErrors();
await vitest.close();

const { passed, failed, skipped } = count(modules);
const broken = failed > 0 || errors.length > 0 || modules.length === 0;
if (modules.length === 0) console.log(`No test file matches ${filter.join(" ")}`);
if (errors.length > 0) console.log(`${errors.length} errors outside of any test, shown above`);
console.log(`${passed} passed, ${failed + errors.length} failed, ${skipped} skipped`);

// A test that left a handle open must not keep the command from ending.
process.exit(broken ? 1 : 0);

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
