import { expect, test } from "vitest";
import { disposition } from "./disposition.ts";

test.each([
  ["flights.csv", `attachment; filename="flights.csv"; filename*=UTF-8''flights.csv`],
  ['a"b\\c.csv', `attachment; filename="a_b_c.csv"; filename*=UTF-8''a%22b%5Cc.csv`],
  ["größe (1).csv", `attachment; filename="gr__e (1).csv"; filename*=UTF-8''gr%C3%B6%C3%9Fe%20%281%29.csv`],
  ["x\r\nSet-Cookie: a=b", `attachment; filename="x__Set-Cookie: a=b"; filename*=UTF-8''x%0D%0ASet-Cookie%3A%20a%3Db`],
])("%j cannot break out of the header", (name, header) => expect(disposition(name)).toBe(header));
