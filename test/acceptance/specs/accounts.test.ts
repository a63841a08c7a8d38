import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous, caller, withCookie } from "../../support/http.ts";
import { administrator, newPerson, origin, signIn } from "../../support/people.ts";
import { target } from "../../support/target.ts";

describe("a session", () => {
  it("begins with sign-up or sign-in and ends with sign-out", async () => {
    const ada = await newPerson("Ada");
    expect((await ada.session.get("/me")).user).toMatchObject({ email: ada.email, name: "Ada", admin: false });

    const second = withCookie(target.url, (await signIn(ada)).cookie);
    expect((await second.get("/me")).user.id).toBe(ada.id);

    const out = await second.call("POST", "/api/auth/sign-out", { body: {} });
    expect(out.status).toBe(200);
    expect((await second.refused("GET", "/me")).status).toBe(401);
    expect((await ada.session.get("/me")).user.id).toBe(ada.id);
  });

  it("has a cookie that scripts cannot read and other sites do not send", async () => {
    const { answer } = await signIn(await newPerson("Ada"));
    const cookie = answer.headers.getSetCookie().find((header) => /session_token/.test(header)) ?? "";
    expect(cookie).toMatch(/^(__Host-|__Secure-)?atrium/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Path=\//i);
  });

  it("is not given for a wrong password, nor for an unknown address, in the same words", async () => {
    const ada = await newPerson("Ada");
    const attempt = (email: string) =>
      caller(target.url, { origin }).call("POST", "/api/auth/sign-in/email", {
        body: { email, password: "not this one" },
      });
    const [wrong, unknown] = [await attempt(ada.email), await attempt(`${randomUUID()}@atrium.test`)];
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect({ ...unknown.body, requestId: "" }).toEqual({ ...wrong.body, requestId: "" });
    expect(wrong.headers.getSetCookie().join()).not.toMatch(/session_token=[^;]/);
  });

  it("cannot be forged", async () => {
    const { cookie } = await newPerson("Ada");
    const forged = cookie.replace(/=(.)/, (_, first) => `=${first === "A" ? "B" : "A"}`);
    expect((await withCookie(target.url, forged).refused("GET", "/me")).status).toBe(401);
    const unsigned = cookie.replace(/\.[^.;]*/, ".AAAA");
    expect((await withCookie(target.url, unsigned).refused("GET", "/me")).status).toBe(401);
  });

  it("cannot be had twice for one address", async () => {
    const ada = await newPerson("Ada");
    const body = { name: "Eve", email: ada.email, password: "correct horse battery" };
    const answer = await caller(target.url, { origin }).call("POST", "/api/auth/sign-up/email", { body });
    expect(answer.headers.getSetCookie()).toEqual([]);
    await expect(signIn(body)).rejects.toThrow("401");
    expect((await signIn(ada)).answer.status).toBe(200);
  });
});

describe("without any", () => {
  it.each(["/me", "/groups", "/api-keys", "/runs", "/notifications", "/functions", "/uploads", "/favorites"])(
    "GET %s is 401",
    async (path) => {
      expect((await anonymous(target.url).refused("GET", path)).status).toBe(401);
    },
  );

  it.each(["/projects", "/search?q=Sealed", "/tables"])(
    "GET %s answers what is public and nothing else",
    async (path) => {
      const { id } = await administrator.post("/projects", { name: "Sealed" });
      expect(JSON.stringify(await administrator.get("/search?q=Sealed"))).toContain(id);
      expect(JSON.stringify(await anonymous(target.url).get(path))).not.toContain(id);
    },
  );

  it("only what a sign-in page needs is told", async () => {
    const open = anonymous(target.url);
    expect(await open.get("/health")).toEqual({ status: "ok" });
    expect(await open.get("/deployment")).toMatchObject({
      name: expect.any(String),
      signUp: expect.stringMatching(/open|invitation/),
    });
    expect((await open.call("GET", "/openapi.json")).body.openapi).toMatch(/^3\.1/);
  });
});

describe("the administrator", () => {
  it("may invite; others may not", async () => {
    expect((await administrator.get("/me")).user).toMatchObject({ admin: true });
    const invitation = await administrator.call("POST", "/invitations", {
      body: { email: `${randomUUID()}@atrium.test` },
    });
    expect(invitation.status).toBe(201);
    const ada = await newPerson("Ada");
    const body = { email: `${randomUUID()}@atrium.test` };
    expect((await ada.session.refused("POST", "/invitations", { body })).status).toBe(403);
    expect((await ada.session.refused("GET", "/invitations")).status).toBe(403);
  });

  it("gives a new user no right to run code", async () => {
    expect((await (await newPerson("Ada")).session.get("/me")).user.mayExecute).toBe(false);
  });
});
