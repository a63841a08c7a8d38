/** Runs behind everything that used the shared system: what it asked of AWS in all that time is on the list. */
import { expect, it } from "vitest";
import { callsListed, callsMade } from "../support/surface.ts";
import { target } from "../support/target.ts";

const { home } = target;

it.skipIf(home === null)("makes no AWS call that SURFACE.md does not list", () => {
  const listed = callsListed();
  const made = callsMade(home ?? "");
  expect([...made].filter((call) => !listed.has(call)).sort()).toEqual([]);
  const stale = [...listed].filter((call) => !made.has(call)).sort();
  // Not a failure: a filtered run makes few calls. Behind a whole run it says what the list has for nothing.
  if (stale.length > 0) process.stdout.write(`Listed, and not made in this run: ${stale.join(", ")}\n`);
});
