import fc from "fast-check";
import { expect, test } from "vitest";
import { isPublic } from "./public.ts";
import { resolve } from "./target.ts";

const rule = { domain: "test", what: "Nothing goes to", hosts: ["files.lan"] };
const numberOf = (a: number, b = 0, c = 0, d = 0) => ((a * 256 + b) * 256 + c) * 256 + d;
/** First and last address of what nobody may have us ask, written down apart from what is tested. */
const CLOSED: [number, number][] = [
  [numberOf(0), numberOf(0, 255, 255, 255)],
  [numberOf(10), numberOf(10, 255, 255, 255)],
  [numberOf(100, 64), numberOf(100, 127, 255, 255)],
  [numberOf(127), numberOf(127, 255, 255, 255)],
  [numberOf(169, 254), numberOf(169, 254, 255, 255)],
  [numberOf(172, 16), numberOf(172, 31, 255, 255)],
  [numberOf(192), numberOf(192, 0, 0, 255)],
  [numberOf(192, 0, 2), numberOf(192, 0, 2, 255)],
  [numberOf(192, 88, 99), numberOf(192, 88, 99, 255)],
  [numberOf(192, 168), numberOf(192, 168, 255, 255)],
  [numberOf(198, 18), numberOf(198, 19, 255, 255)],
  [numberOf(198, 51, 100), numberOf(198, 51, 100, 255)],
  [numberOf(203, 0, 113), numberOf(203, 0, 113, 255)],
  [numberOf(224), numberOf(255, 255, 255, 255)],
];
const dotted = (n: number) => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join(".");
const hex = (n: number) => `${Math.floor(n / 65_536).toString(16)}:${(n % 65_536).toString(16)}`;
const isClosed = (n: number) => CLOSED.some(([from, to]) => n >= from && n <= to);

const any = fc.integer({ min: 0, max: 0xffffffff });
const closed = fc
  .integer({ min: 0, max: CLOSED.length - 1 })
  .chain((at) => fc.integer({ min: CLOSED[at]?.[0] ?? 0, max: CLOSED[at]?.[1] ?? 0 }));
const code = (run: Promise<unknown>) =>
  run.then(
    () => "reached",
    (error) => error.code,
  );

test("an IPv4 address is public where no closed network holds it, and at the edges of each", () => {
  fc.assert(fc.property(fc.oneof(any, closed), (n) => isPublic(dotted(n)) === !isClosed(n)));
  for (const [from, to] of CLOSED)
    for (const n of [from, to, from - 1, to + 1])
      if (n >= 0 && n <= 0xffffffff) expect(isPublic(dotted(n)), dotted(n)).toBe(!isClosed(n));
});

test("an IPv4 address dressed as IPv6 is never public, nor what lies outside of the world's networks", () => {
  fc.assert(
    fc.property(any, (n) => {
      for (const address of [`::ffff:${dotted(n)}`, `::${dotted(n)}`, `64:ff9b::${hex(n)}`, `2002:${hex(n)}::1`])
        expect(isPublic(address), address).toBe(false);
    }),
  );
  const word = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
  const outside = fc.constantFrom("fe80", "fc00", "fdff", "ff02", "4000", "0", "100");
  fc.assert(fc.property(outside, word, (first, last) => !isPublic(`${first}::${last}`)));
});

test("a closed address is refused however it is written in a URL", () =>
  fc.assert(
    fc.asyncProperty(closed, async (n) => {
      for (const host of [dotted(n), String(n), `0x${n.toString(16)}`, `[::ffff:${dotted(n)}]`, `[::ffff:${hex(n)}]`])
        expect(await code(resolve(`https://${host}/x.mp4`, rule)), host).toBe("test.bad_address");
    }),
  ));

test("one closed address among a host's is enough to refuse, and what is reached is what was looked at", () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(any, closed), { minLength: 1, maxLength: 4 }), async (all) => {
      let asked = 0;
      const find = async () => {
        asked++;
        return all.map((n) => ({ address: dotted(n), family: 4 }));
      };
      const found = await resolve("https://media.example/x.mp4", rule, find).catch((error) => error.code);
      expect(asked).toBe(1);
      if (all.some(isClosed)) expect(found).toBe("test.bad_address");
      else expect(found).toMatchObject({ address: dotted(all[0] ?? 0), family: 4 });
    }),
  ));

test.each([
  "http://media.example/x.mp4",
  "https://media.example:8443/x.mp4",
  "https://user@media.example/x.mp4",
  "file:///etc/passwd",
  "gopher://media.example",
  "media.example",
])("%s is refused before anybody is asked where it is", async (text) =>
  expect(await code(resolve(text, rule, () => Promise.reject(new Error("asked"))))).toBe("test.bad_address"),
);

test("a host of the operator's own is reached where it is", async () =>
  expect(
    await resolve("http://files.lan:8000/x.mp4", rule, async () => [{ address: "10.0.0.7", family: 4 }]),
  ).toMatchObject({ address: "10.0.0.7" }));
