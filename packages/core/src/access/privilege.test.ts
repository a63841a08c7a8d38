import { expect, test } from "vitest";
import { ALL, bits, bundleOf, bundles, maskOf, names } from "./privilege.ts";

test("each bundle has all of the one before it", () => {
  const order = [bundles.viewer, bundles.annotator, bundles.contributor, bundles.operator, bundles.owner];
  for (const [index, bundle] of order.entries()) expect(bundle & (order[index - 1] ?? 0)).toBe(order[index - 1] ?? 0);
  expect(bundles.owner).toBe(ALL);
});

test("bits, names and bundles tell the same", () => {
  expect(names(bits("read", "see"))).toEqual(["see", "read"]);
  expect(bundleOf(bundles.contributor)).toBe("contributor");
  expect(bundleOf(bits("see", "read"))).toBeNull();
});

test.each([
  [["read"], ["see", "read", "transfer"]],
  [["write"], ["see", "read", "edit", "create", "transfer", "remove"]],
  [["execute"], ["see", "execute"]],
  [["admin"], names(ALL)],
  [[], []],
  [["made up"], []],
] as const)("a key with %j may %j", (scopes, may) => expect(names(maskOf(scopes))).toEqual(may));
