import { expect, test } from "vitest";
import type { Localization } from "../model/types.ts";
import { differences } from "./annotations.ts";

const before: Localization = {
  ...{ kind: "localization", elementalId: "e", layerId: "l", typeId: "cod", mediaId: "m", frame: 3, x: 0.1 },
  ...{ attributes: { Sex: "female", Age: 3 }, key: true, trackIds: [], mark: 1 },
};

test("only what differs is sent, and what is gone as nothing", () => {
  expect(differences(before, { ...before, x: 0.2, attributes: { Sex: "female" } })).toEqual({
    ...{ x: 0.2, attributes: { Age: null } },
  });
});

test("of another class all that is said is sent, and nothing of what the first had", () => {
  expect(differences(before, { ...before, typeId: "ray", attributes: { Sex: "female" } })).toEqual({
    ...{ typeId: "ray", attributes: { Sex: "female" } },
  });
});
