import type { Random } from "../random.ts";

const LONG = 100_000;

/** Texts that have broken something somewhere. */
export const TEXTS = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "x".repeat(LONG),
  "😀".repeat(5_000),
  "\u202Egnp.exe",
  "\u200b\u200d\ufeff",
  "\u0001\u0002\u001b[2J\u007f\u0085",
  "e\u0301".repeat(200),
  "ﷺİıſK",
  "\r\nSet-Cookie: session=stolen\r\n\r\n",
  "'; drop table entity; --",
  "' or '1'='1",
  '") union select password from "account" --',
  "1; select pg_sleep(30)",
  "$1 $$ \\' \\x27 :name ?",
  "%' and 1=1 --%_\\",
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "/etc/passwd\0.csv",
  "file:///etc/passwd",
  "http://169.254.169.254/latest/meta-data/",
  "CON",
  "a/../b",
  "%2e%2e%2f%00",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd",
  "{{7*7}}#{7*7}<%= 7*7 %>",
  "$" + "{jndi:ldap://localhost/a}",
  "__proto__",
  "constructor",
  "null",
  "NaN",
  "-0",
  "1e309",
  "9223372036854775808",
  "(a+)+$",
  "[".repeat(5_000),
  '{"column":"id","op":"eq","value":{}}',
  "2024-02-30T25:61:61Z",
  "+275760-09-13T00:00:00.001Z",
];

const NUMBERS = [-1, 0, 0.5, -0, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 63, 1e21];

const nested = (depth: number): unknown => {
  let value: unknown = "deep";
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { and: value };
  return value;
};

/** What no field expects: `undefined` leaves the field out. */
const STRANGERS: unknown[] = [
  null,
  undefined,
  true,
  [],
  {},
  [[[[[]]]]],
  JSON.parse('{"__proto__":{"admin":true}}'),
  { toString: "no function", length: -1 },
  nested(2_000),
  Array.from({ length: 20_000 }, () => "x"),
];

/** Some values for one field: texts and numbers most of all, and always something of another type. */
export const hostileValues = (random: Random, count: number): unknown[] =>
  Array.from({ length: count }, (_, index) => {
    if (index % 4 === 3) return random.pick(STRANGERS);
    return index % 4 === 2 ? random.pick(NUMBERS) : random.pick(TEXTS);
  });

/** For where only text can stand: a path, a query, a header. */
export const hostileTexts = (random: Random, count: number): string[] =>
  Array.from({ length: count }, () => (random.chance(0.2) ? String(random.pick(NUMBERS)) : random.pick(TEXTS)));

/** Percent-encoded, also what is no Unicode. */
export const encoded = (text: string): string =>
  /[\ud800-\udfff]/.test(text) && !text.isWellFormed() ? "%ED%A0%80" : encodeURIComponent(text);
