import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

test.each([
  [undefined, "127.0.0.1", "127.0.0.1"],
  ["127.0.0.1", "127.0.0.1", "127.0.0.1"],
  ["203.0.113.9, 130.176.0.1", "130.176.0.1", "203.0.113.9"],
  ["1.2.3.4, 203.0.113.9, 130.176.0.1", "130.176.0.1", "203.0.113.9"],
  ["203.0.113.9", "130.176.0.1", "203.0.113.9"],
])("forwarded %j from %s is the viewer %s", (forwarded, source, viewer) =>
  expect(clientAddress(forwarded, source)).toBe(viewer),
);
