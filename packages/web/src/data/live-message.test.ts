import { expect, test } from "vitest";
import { parseMessage, staleBy } from "./live-message.ts";

const stale = (message: object) => {
  const parsed = parseMessage(JSON.stringify(message));
  return parsed ? staleBy(parsed) : undefined;
};

test.each([
  [{ type: "notification.new" }, [["notifications"], ["access-requests"]]],
  [{ type: "comment.changed", entityId: "prj_1", id: "cmt_1" }, [["comments", "prj_1"]]],
  [
    { type: "run.changed", id: "run_1", projectId: "prj_1" },
    [["run", "run_1"], ["runs"], ["items", "prj_1"], ["table"], ["media"], ["library", "under-way"]],
  ],
  [{ type: "subscribed", entityIds: ["prj_1"] }, []],
])("%j makes stale %j", (message, keys) => expect(stale(message)).toEqual(keys));

test("what one may not follow any more is read again", () => {
  expect(stale({ type: "unsubscribed", entityId: "prj_1" })).toContainEqual(["project", "prj_1"]);
});

test.each([{ type: "weather" }, { type: "comment.changed" }, {}, [], 5, null])("%j is let go", (message) => {
  expect(parseMessage(JSON.stringify(message))).toBeUndefined();
});
