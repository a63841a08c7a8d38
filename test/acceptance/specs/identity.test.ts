/** Proving an address, getting a password back, lock-out, maintenance and health, as they are met from outside. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous, caller } from "../../support/http.ts";
import { hasMailbox, tokenMailed } from "../../support/mailbox.ts";
import { administrator, newPerson, origin, signIn, signUp } from "../../support/people.ts";
import { target } from "../../support/target.ts";

const post = (path: string, body: unknown) => caller(target.url, { origin }).call("POST", `/api/auth${path}`, { body });

describe.runIf(hasMailbox)("by letters of the mailbox", () => {
  const someone = () => ({
    name: "Noor",
    email: `noor-${randomUUID().slice(0, 8)}@atrium.test`,
    password: `correct horse ${randomUUID()}`,
  });

  it("an address is proven and a forgotten password replaced", async () => {
    const noor = someone();
    // On one machine nobody is kept waiting for a letter; what it proves still counts.
    expect((await signUp(noor)).cookie).toContain("session_token");
    const proof = await tokenMailed(noor.email, "verify-email");
    expect((await caller(target.url, {}).call("GET", `/api/auth/verify-email?token=${proof}`)).status).toBe(200);
    expect((await signIn(noor)).cookie).toContain("session_token");

    expect((await post("/request-password-reset", { email: noor.email })).status).toBe(200);
    const token = await tokenMailed(noor.email, "reset-password");
    const newPassword = `another horse ${randomUUID()}`;
    expect((await post("/reset-password", { token, newPassword })).status).toBe(200);
    await expect(signIn(noor)).rejects.toThrow("401");
    expect((await signIn({ ...noor, password: newPassword })).answer.status).toBe(200);
    expect((await post("/reset-password", { token, newPassword })).status).toBe(400);
  });

  it("whoever is invited gets the link by mail as well", async () => {
    const email = `guest-${randomUUID().slice(0, 8)}@atrium.test`;
    const { url } = await administrator.post("/invitations", { email });
    expect(url).toContain("/sign-up?invitation=");
    expect(await anonymous(target.url).get("/deployment")).toMatchObject({ mail: true, providers: [] });
  });
});

describe("the administrator", () => {
  it("sees how each component stands", async () => {
    const { status, components } = await administrator.get("/health?deep=1");
    expect(status).toBe("ok");
    for (const { name, status, ms } of components) {
      expect(["ok", "off"], name).toContain(status);
      expect(ms).toBeLessThan(2_000);
    }
    expect((await (await newPerson("Ada")).session.refused("GET", "/health?deep=1")).status).toBe(403);
  });

  it("makes a service that works by its key", async () => {
    const service = await administrator.post("/users", { kind: "service", name: "Robot" });
    const { key, id } = await administrator.post(`/users/${service.id}/api-keys`, { name: "cron" });
    const robot = caller(target.url, { authorization: `Bearer ${key}` });
    expect((await robot.get("/me")).user).toMatchObject({ id: service.id, admin: false });
    await administrator.call("DELETE", `/users/${service.id}/api-keys/${id}`);
    expect((await robot.refused("GET", "/me")).status).toBe(401);
  });
});
