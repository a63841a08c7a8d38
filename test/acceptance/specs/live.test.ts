import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { createProject, importTable } from "../../support/make.ts";
import { newPerson, origin, type Person } from "../../support/people.ts";

type Said = Record<string, unknown> & { type: string };
type Client = {
  said: Said[];
  say: (message: object) => void;
  hears: (wanted: object, withinMs?: number) => Promise<Said>;
};

const open: WebSocket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

/** A socket as any client opens one: a ticket, then the address with it. */
async function connect({ key }: Person): Promise<Client> {
  const { url, ticket } = await key.post("/sockets", {});
  const socket = await opened(`${url}?ticket=${ticket}`);
  const said: Said[] = [];
  socket.addEventListener("message", ({ data }) => said.push(JSON.parse(String(data))));
  const hears = async (wanted: object, withinMs = 5_000) => {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const found = said.find((one) => Object.entries(wanted).every(([name, value]) => one[name] === value));
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`Not heard: ${JSON.stringify(wanted)} in ${JSON.stringify(said)}`);
      await sleep(50);
    }
  };
  return { said, hears, say: (message) => socket.send(JSON.stringify(message)) };
}

async function opened(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error("refused")));
  });
  open.push(socket);
  return socket;
}

const personal = ({ id }: Person) => id.replace("usr_", "grp_");

it("a ticket opens one socket, once", async () => {
  const { key } = await newPerson("Ada");
  const { url, ticket } = await key.post("/sockets", {});
  await opened(`${url}?ticket=${ticket}`);
  await expect(opened(`${url}?ticket=${ticket}`)).rejects.toThrow("refused");
  await expect(opened(`${url}?ticket=forged`)).rejects.toThrow("refused");
  await expect(opened(url)).rejects.toThrow("refused");
});

it("whoever follows a thing hears of comments and of being mentioned, until the right is taken away", async () => {
  const [ada, bob] = [await newPerson("Ada"), await newPerson("Bob")];
  const project = await createProject(ada.key);
  await ada.session.post(`/entities/${project.id}/grants`, { principalId: personal(bob), bundle: "viewer" });
  const client = await connect(bob);
  client.say({ action: "ping" });
  await client.hears({ type: "pong" });
  client.say({ action: "subscribe", entityIds: [project.id, "prj_00000000000000000000000000"] });
  expect(await client.hears({ type: "subscribed" })).toEqual({ type: "subscribed", entityIds: [project.id] });

  await ada.key.post(`/entities/${project.id}/comments`, { body: `Look, @${bob.name}` });
  await client.hears({ type: "comment.changed", entityId: project.id });
  await client.hears({ type: "notification.new" });
  expect((await bob.key.get("/notifications/unread")).unread).toBeGreaterThan(0);

  await ada.session.call("DELETE", `/entities/${project.id}/grants/${personal(bob)}`, { headers: { origin } });
  await client.hears({ type: "unsubscribed", entityId: project.id }, 5_000);
  client.said.length = 0;
  await ada.key.post(`/entities/${project.id}/comments`, { body: "Among ourselves" });
  client.say({ action: "subscribe", entityIds: [project.id] });
  expect((await client.hears({ type: "subscribed" })).entityIds).toEqual([]);
  await sleep(1_500);
  expect(client.said.filter(({ type }) => type === "comment.changed")).toEqual([]);
});

it("a run tells how it goes, and a key that is deleted closes what it opened", async () => {
  const ada = await newPerson("Ada");
  const project = await createProject(ada.key);
  const client = await connect(ada);
  client.say({ action: "subscribe", entityIds: [project.id] });
  await client.hears({ type: "subscribed" });
  const { run } = await importTable(ada.key, "a,b\n1,2\n", { project });
  await client.hears({ type: "run.changed", id: run.id, projectId: project.id });

  const closed = new Promise<void>((resolve) => open.at(-1)?.addEventListener("close", () => resolve()));
  const [key] = (await ada.session.get("/api-keys")).items;
  await ada.session.call("DELETE", `/api-keys/${key.id}`, { headers: { origin } });
  await Promise.race([closed, sleep(5_000).then(() => Promise.reject(new Error("still open after 5 s")))]);
});
