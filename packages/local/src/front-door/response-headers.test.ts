import { expect, test } from "vitest";
import { withStreams } from "./response-headers.ts";

const policy = "default-src 'self'; connect-src 'self' wss://x; img-src 'self'; media-src 'self' blob:";

test("streams may come from where they are allowed to, and nothing else may", () => {
  expect(withStreams(policy)).toBe(policy);
  expect(withStreams(policy, "https://a.example,https://b.example:8443")).toBe(
    "default-src 'self'; connect-src 'self' wss://x https://a.example https://b.example:8443; img-src 'self'; media-src 'self' blob: https://a.example https://b.example:8443",
  );
});
