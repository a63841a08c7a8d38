import { expect, test } from "vitest";
import { AppError } from "../error/index.ts";
import { mapDatabaseError } from "./errors.ts";

const thrown = (fields: object, message = "x") => Object.assign(new Error(message), fields);

test.each([
  [thrown({ code: "57P03" }), "database.waking", "unavailable"],
  [thrown({ code: "ECONNREFUSED" }), "database.waking", "unavailable"],
  [thrown({}, "timeout exceeded when trying to connect"), "database.waking", "unavailable"],
  [thrown({}, "Connection terminated unexpectedly"), "database.waking", "unavailable"],
  [new AggregateError([thrown({ code: "ECONNREFUSED" })]), "database.waking", "unavailable"],
  [thrown({ code: "53300" }), "database.busy", "limit"],
  [thrown({ code: "40P01" }), "database.busy", "limit"],
  [thrown({ code: "57014" }), "database.timeout", "unavailable"],
  [thrown({ code: "22021" }), "input.not_text", "input"],
  [thrown({ code: "23505", constraint: "user_email_unique" }), "user.email_taken", "conflict"],
])("%s is %s", (error, code, kind) => expect(mapDatabaseError(error)).toMatchObject({ code, kind }));

test("what wakes up says when to come back", () =>
  expect(mapDatabaseError(thrown({ code: "57P03" }))).toMatchObject({ retryAfterSeconds: 5 }));

test.each([
  thrown({ code: "23505", constraint: "unheard_of" }),
  thrown({ code: "42P01" }),
  new AppError("input", "a.b", "c"),
  "text",
])("what it does not know stays as it is", (error) => expect(mapDatabaseError(error)).toBe(error));
