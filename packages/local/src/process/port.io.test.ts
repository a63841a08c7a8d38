import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort, reserve, reserveOr } from "./port.ts";

const HOST = "127.0.0.1";

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, HOST, () => server.close(() => resolve(true)));
  });

test("a port is nobody else's until it is released", async () => {
  const { port, release } = await reserve(HOST);
  expect(await listens(port)).toBe(false);
  await release();
  expect(await listens(port)).toBe(true);
});

test("the wanted port is given where it is free, and another where it is not", async () => {
  const wanted = await freePort(HOST);
  const first = await reserveOr(HOST, wanted);
  expect(first.port).toBe(wanted);
  const second = await reserveOr(HOST, wanted);
  expect(second.port).not.toBe(wanted);
  await Promise.all([first.release(), second.release()]);
});
