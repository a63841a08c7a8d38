import { expect, it } from "vitest";
import { createBytes } from "./bytes.ts";

const later = () => new Date(Date.now() + 300_000).toISOString();
const answer = (status: number, body = "abcdef") => new Response(body, { status });

it("asks for a range, and signs once for many", async () => {
  let signed = 0;
  const asked: string[] = [];
  const bytes = createBytes(
    async () => ({ url: `https://objects/${++signed}`, expiresAt: later() }),
    async (url, init) => {
      asked.push(`${url} ${new Headers(init?.headers).get("range")}`);
      return answer(206);
    },
  );
  await bytes.read(10, 6);
  await bytes.read(16, 6);
  expect(asked).toEqual(["https://objects/1 bytes=10-15", "https://objects/1 bytes=16-21"]);
});

it("signs anew when the storage refuses, and before it would", async () => {
  let signed = 0;
  const expiring = [later(), new Date(Date.now() + 1000).toISOString(), later()];
  const bytes = createBytes(
    async () => ({ url: `https://objects/${signed}`, expiresAt: expiring[signed++] ?? later() }),
    async (url) => answer(String(url).endsWith("/0") ? 403 : 206),
  );
  await bytes.read(0, 6);
  expect(signed).toBe(2);
  await bytes.read(0, 6);
  expect(signed).toBe(3);
});

it("says what was refused when a new signature does not help", async () => {
  const bytes = createBytes(
    async () => ({ url: "https://objects/x", expiresAt: later() }),
    async () => answer(403),
  );
  await expect(bytes.read(5, 1)).rejects.toThrow("403");
});

it("takes its part where the storage answers the whole", async () => {
  const bytes = createBytes(
    async () => ({ url: "https://objects/x", expiresAt: later() }),
    async () => answer(200),
  );
  expect(new TextDecoder().decode(await bytes.read(2, 3))).toBe("cde");
});
