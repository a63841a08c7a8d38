import { expect, test } from "vitest";
import { base32, codeOf, otpauth, stepAt, stepOf } from "./totp.ts";

const secret = Buffer.from("12345678901234567890");

// The vectors of RFC 6238, appendix B, whose codes have eight digits: the last six are ours.
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at %i s the code is %s", (seconds, code) => {
  expect(codeOf(secret, stepAt(seconds * 1_000))).toBe(code);
});

test("a secret is typed as RFC 4648 says", () => {
  expect(base32(secret)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(["", "f", "fo", "foo", "foob", "fooba"].map((text) => base32(Buffer.from(text)))).toEqual([
    "",
    "MY",
    "MZXQ",
    "MZXW6",
    "MZXW6YQ",
    "MZXW6YTB",
  ]);
});

test("a code of the steps beside this one counts, an older one, a later one and one that was taken do not", () => {
  const now = 1_234_567_890_000;
  const at = stepAt(now);
  const offered = [-2, -1, 0, 1, 2].map((by) => stepOf(secret, codeOf(secret, at + by), 0, now));
  expect(offered).toEqual([undefined, at - 1, at, at + 1, undefined]);
  expect(stepOf(secret, codeOf(secret, at), at, now)).toBeUndefined();
  expect(stepOf(secret, "000000", 0, now)).toBeUndefined();
});

test("an app reads the issuer, the account and the secret", () => {
  const uri = otpauth(secret, { issuer: "Field Lab", account: "ada@example.org" });
  expect(uri).toBe(
    "otpauth://totp/Field%20Lab:ada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Field%20Lab&algorithm=SHA1&digits=6&period=30",
  );
});
