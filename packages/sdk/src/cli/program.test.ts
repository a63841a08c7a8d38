import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runCLI } from "./program.ts";

type Answer = { status?: number; body: unknown };
type Seen = { method: string; path: string; query: URLSearchParams; key: string | undefined; body: unknown };

let server: Server;
let url = "";
let folder = "";
let routes: Record<string, (seen: Seen) => Answer> = {};
let seen: Seen[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const call = await read(request);
    seen.push(call);
    const missing = {
      status: 404,
      body: { status: 404, code: "test.no_route", detail: `No ${call.method} ${call.path}` },
    };
    const { status = 200, body } = routes[`${call.method} ${call.path}`]?.(call) ?? missing;
    response.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "atrium-cli-"));
  seen = [];
  routes = { "GET /api/v1/me": () => ({ body: me }) };
});
afterEach(() => rmSync(folder, { recursive: true }));

const me = { user: { name: "Ada", email: "ada@atrium.test" }, key: { name: "laptop", scopes: ["read"] } };
const projects = (...names: string[]) => ({
  body: {
    items: names.map((name, index) => ({ id: `prj_${index}`, name, items: 0, visibility: "private" })),
    next: null,
  },
});
const run = (state: string, error: unknown = null) => ({ id: "run_1", state, error, progress: {}, steps: [] });

async function cli(args: string[], options: { env?: Record<string, string>; stdin?: string } = {}) {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
  const code = await runCLI(args, {
    ...streams,
    stdin: Readable.from([options.stdin ?? ""]),
    env: { XDG_CONFIG_HOME: folder, ATRIUM_URL: url, ATRIUM_API_KEY: "k1", ...options.env },
    cwd: () => folder,
    on: () => undefined,
    off: () => undefined,
  });
  const text = (stream: PassThrough) => String(stream.read() ?? "");
  return { code, stdout: text(streams.stdout), stderr: text(streams.stderr) };
}

async function read(request: IncomingMessage): Promise<Seen> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://cli.test");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const body = text === "" ? undefined : JSON.parse(text);
  return {
    method: request.method ?? "",
    path: pathname,
    query: searchParams,
    key: request.headers.authorization,
    body,
  };
}

describe("credentials", () => {
  it("keeps what login checked where only its owner can read it", async () => {
    const none = { ATRIUM_URL: "", ATRIUM_API_KEY: "" };
    const login = await cli(["login", "--url", url], { env: none, stdin: "k2\n" });
    expect(login).toMatchObject({ code: 0 });
    const path = join(folder, "atrium", "credentials.json");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ url, apiKey: "k2" });

    expect(await cli(["whoami"], { env: none })).toMatchObject({ code: 0 });
    expect(seen.at(-1)?.key).toBe("Bearer k2");
    await cli(["whoami"], { env: { ATRIUM_API_KEY: "k3" } });
    expect(seen.at(-1)?.key).toBe("Bearer k3");
  });

  it("reads the key from standard input when told to, and forgets it on logout", async () => {
    const none = { ATRIUM_URL: "", ATRIUM_API_KEY: "k9" };
    const login = ["login", "--url", url, "--with-key-stdin"];
    expect(await cli(login, { env: none, stdin: "k4\n" })).toMatchObject({ code: 0 });
    expect(seen.at(-1)?.key).toBe("Bearer k4");
    const path = join(folder, "atrium", "credentials.json");
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ url, apiKey: "k4" });
    expect(await cli(["logout"])).toMatchObject({ code: 0, stderr: expect.stringContaining(path) });
    expect(() => statSync(path)).toThrow();
    expect(await cli(["logout", "--json"])).toMatchObject({ code: 0, stdout: '{\n  "forgotten": null\n}\n' });
    expect(await cli(["login", "--with-key-stdin"], { env: none })).toMatchObject({ code: 2 });
  });

  it("does not keep a key that is refused", async () => {
    routes["GET /api/v1/me"] = () => ({
      status: 401,
      body: { status: 401, code: "auth.bad_key", detail: "Unknown key" },
    });
    expect(await cli(["login", "--url", url, "--key", "nope"])).toMatchObject({ code: 3 });
    expect(() => statSync(join(folder, "atrium"))).toThrow();
  });

  it("says what to do without any", async () => {
    const { code, stderr } = await cli(["whoami"], { env: { ATRIUM_URL: "", ATRIUM_API_KEY: "" } });
    expect(code).toBe(3);
    expect(stderr).toContain("atrium login");
  });
});

describe("exit codes", () => {
  it("2 for a command line that cannot be understood", async () => {
    expect(await cli(["upload", "a.csv"])).toMatchObject({ code: 2 });
    expect(await cli(["fly"])).toMatchObject({ code: 2 });
    expect(await cli(["table", "rows", "tbl_1", "--where", "??"])).toMatchObject({ code: 2 });
  });

  it("0 for help", async () => {
    const { code, stdout } = await cli(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Exit codes");
  });

  it("3 when not allowed, with the code and the request to ask about", async () => {
    const body = { status: 403, code: "access.denied", detail: "You may not", requestId: "req_9" };
    routes["POST /api/v1/projects"] = () => ({ status: 403, body });
    const { code, stderr } = await cli(["project", "create", "Flights"]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/You may not\s+\(access\.denied, request req_9\)/);
  });

  it("3 for what is not there, as for what may not be seen", async () => {
    expect(await cli(["run", "show", "run_1"])).toMatchObject({ code: 3 });
  });

  it("4 when the run that was waited for failed", async () => {
    const failed = run("failed", { code: "import.malformed", message: "Line 3 has 5 fields" });
    routes["GET /api/v1/runs/run_1"] = () => ({ body: failed });
    const { code, stdout, stderr } = await cli(["run", "wait", "run_1", "--json"]);
    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({ state: "failed" });
    expect(stderr).toContain("Line 3 has 5 fields");
  });
});

describe("names", () => {
  const list = async (name: string, ...existing: string[]) => {
    routes["GET /api/v1/projects"] = () => projects(...existing);
    routes["GET /api/v1/runs"] = () => ({ body: { items: [], next: null } });
    return cli(["run", "list", "--project", name]);
  };

  it("takes a name that only one project has", async () => {
    expect(await list("Flights", "Flights 2024", "Flights")).toMatchObject({ code: 0 });
    expect(seen.at(-1)?.query.get("projectId")).toBe("prj_1");
  });

  it("refuses a name that several have, naming them", async () => {
    const { code, stderr } = await list("Flights", "Flights", "Flights");
    expect(code).toBe(2);
    expect(stderr).toContain("prj_0, prj_1");
  });

  it("3 for a name that nothing has", async () => {
    expect(await list("Flights", "Cars")).toMatchObject({ code: 3 });
  });
});

describe("commands", () => {
  it("makes a file of annotations, waits, and says what the format left out", async () => {
    routes["GET /api/v1/projects"] = () => projects("Reef");
    routes["POST /api/v1/projects/prj_0/annotations/export"] = ({ body }) => ({
      status: 202,
      body: { run: run("queued"), body },
    });
    const outputs = { fileId: "fil_1", name: "a.tar.gz", count: 2, left: { "No boxes": 3 } };
    routes["GET /api/v1/runs/run_1"] = () => ({ body: { ...run("succeeded"), outputs } });
    const filter = '{"field":"$frame","op":"lt","value":9}';
    const { code, stdout, stderr } = await cli([
      "annotations",
      "export",
      "Reef",
      "--format",
      "mot",
      "--filter",
      filter,
    ]);
    expect([code, stdout]).toEqual([0, "fil_1\n"]);
    expect(stderr).toContain("3 left out: No boxes");
    expect(seen.find(({ method }) => method === "POST")?.body).toEqual({
      format: "mot",
      compress: true,
      filter: JSON.parse(filter),
    });
    expect((await cli(["annotations", "export", "Reef", "--format", "mot", "--filter", "x"])).code).not.toBe(0);
  });

  it("create prints the id and nothing else", async () => {
    routes["POST /api/v1/projects"] = ({ body }) => ({ status: 201, body: { id: "prj_7", ...(body as object) } });
    expect(await cli(["project", "create", "Flights"])).toMatchObject({ code: 0, stdout: "prj_7\n", stderr: "" });
  });

  it("head aligns numbers to the right under names and types", async () => {
    const columns = [
      { name: "origin", type: "text" },
      { name: "delay", type: "int64" },
    ];
    routes["GET /api/v1/tables/tbl_1"] = () => ({ body: { id: "tbl_1", columns } });
    routes["GET /api/v1/tables/tbl_1/rows"] = () => ({
      body: {
        items: [
          { origin: "SEA", delay: -7 },
          { origin: null, delay: 12 },
        ],
      },
    });
    const { stdout } = await cli(["table", "head", "tbl_1", "-n", "2"]);
    expect(stdout).toBe("origin  delay\ntext    int64\nSEA        -7\n           12\n");
    expect(seen.at(-1)?.query.get("limit")).toBe("2");
  });

  it("import uploads a path first and waits when told to", async () => {
    const path = join(folder, "a.csv");
    writeFileSync(path, "a\n1\n");
    const stored: string[] = [];
    const upload = {
      id: "upl_1",
      bytes: 4,
      partBytes: 8,
      partCount: 1,
      parts: [{ number: 1, bytes: 4, url: `${url}/part` }],
    };
    routes = {
      "POST /api/v1/uploads": () => ({ status: 201, body: upload }),
      "PUT /part": ({ body }) => {
        stored.push(String(body));
        return { body: "" };
      },
      "GET /api/v1/uploads": () => ({ body: { items: [], next: null } }),
      "GET /api/v1/uploads/upl_1": () => ({ body: { ...upload, parts: [{ number: 1, bytes: 4, etag: "e1" }] } }),
      "POST /api/v1/uploads/upl_1/complete": () => ({ status: 201, body: { id: "fil_1" } }),
      "POST /api/v1/tables": () => ({ status: 202, body: { table: { id: "tbl_1" }, run: run("queued") } }),
      "GET /api/v1/runs/run_1": () => ({ body: run("succeeded") }),
      "GET /api/v1/tables/tbl_1": () => ({ body: { id: "tbl_1", rows: 1, columns: [{}] } }),
    };
    writeFileSync(path, "1234");
    const { code, stdout } = await cli(["table", "import", path, "--project", "prj_1", "--name", "A", "--wait"]);
    expect(code).toBe(0);
    expect(stdout).toBe("tbl_1\n");
    expect(stored).toEqual(["1234"]);
    expect(seen.find(({ path }) => path === "/api/v1/tables")?.body).toMatchObject({
      projectId: "prj_1",
      name: "A",
      fileId: "fil_1",
    });
  });
});
