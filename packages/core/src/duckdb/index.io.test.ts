import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, DuckDB, DuckDBError, quoteIdentifier, quoteLiteral, type Session } from "./index.ts";

let folder: string;
let database: Database;
let session: Session;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "duckdb-"));
  await writeFile(join(folder, "mine.csv"), "a,b\n1,2\n");
  await writeFile(join(folder, "other.csv"), "secret\n42\n");
});

beforeEach(async () => {
  database = await DuckDB.open({ memoryMB: 256, threads: 1, files: [join(folder, "mine.csv")] });
  session = await database.session();
});

afterEach(() => {
  session.close();
  database.close();
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe("sandbox", () => {
  it("reads the file it was given", async () => {
    expect(await session.rows(`SELECT * FROM read_csv(${quoteLiteral(join(folder, "mine.csv"))})`)).toEqual([
      { a: 1, b: 2 },
    ]);
  });

  const attacks = {
    "another file beside it": () => `FROM read_csv(${quoteLiteral(join(folder, "other.csv"))})`,
    "a file by path tricks": () => `FROM read_csv(${quoteLiteral(`${folder}/mine.csv/../other.csv`)})`,
    "a system file": () => "FROM read_csv('/etc/passwd')",
    "a text file": () => "FROM read_text('/etc/passwd')",
    "a bare file name": () => "FROM '/etc/passwd.csv'",
    "a listing": () => "FROM glob('/etc/*')",
    "attaching a database": () => `ATTACH ${quoteLiteral(join(folder, "x.db"))}`,
    "writing a file": () => `COPY (SELECT 1) TO ${quoteLiteral(join(folder, "out.csv"))}`,
    "exporting everything": () => `EXPORT DATABASE ${quoteLiteral(join(folder, "out"))}`,
    "installing an extension": () => "INSTALL httpfs",
    "loading an extension": () => "LOAD httpfs",
    "loading a library": () => "LOAD '/tmp/evil.duckdb_extension'",
    "the network": () => "FROM read_parquet('https://example.com/x.parquet')",
    "a bucket": () => "FROM read_parquet('s3://bucket/x.parquet')",
    environment: () => "SELECT getenv('HOME')",
    "opening up again": () => "SET enable_external_access = true",
    "allowing more": () => "SET allowed_directories = ['/']",
    unlocking: () => "SET lock_configuration = false",
    "a setting by pragma": () => "PRAGMA temp_directory = '/tmp/elsewhere'",
    "more memory": () => "SET memory_limit = '100GB'",
    "profiling into a file": () => "SET profiling_output = '/tmp/profile.json'",
  };
  for (const [name, sql] of Object.entries(attacks)) {
    it(`refuses ${name}`, async () => {
      await expect(session.run(sql())).rejects.toThrow();
    });
  }
});

describe("limits", () => {
  const endless = "SELECT count(*) FROM range(100000000000) a WHERE hash(a.range) = 1";

  it("stops a statement at its timeout", async () => {
    await expect(session.run(endless, { timeoutMs: 50 })).rejects.toMatchObject({ code: "duckdb.timeout" });
  });

  it("stops a statement when the caller gives up", async () => {
    const giveUp = new AbortController();
    setTimeout(() => giveUp.abort(), 30);
    await expect(session.run(endless, { signal: giveUp.signal })).rejects.toMatchObject({ name: "AbortError" });
    expect(await session.rows("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("says when memory does not suffice", async () => {
    const sql = "SELECT list(range) FROM range(200000000)";
    await expect(session.run(sql)).rejects.toMatchObject({ code: "duckdb.out_of_memory" });
  });
});

describe("errors", () => {
  it.each([
    ["a cell that is no number", "SELECT CAST('xyzzy-secret' AS INTEGER)", "Conversion Error"],
    ["a name that is not there", "SELECT xyzzy_secret", "Binder Error"],
    ["a table that is not there", "FROM xyzzy_secret", "Catalog Error"],
    ["a file that may not be read", "FROM read_csv('/xyzzy-secret')", "Permission Error"],
    ["no SQL", "xyzzy secret", "Parser Error"],
  ])("tell their class and nothing they quote: %s", async (_, sql, type) => {
    const error = await session.rows(sql).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DuckDBError);
    expect(error).toMatchObject({ type });
    expect((error as Error).cause).toBeUndefined();
    expect(`${(error as Error).message}${(error as Error).stack}`).not.toMatch(/xyzzy/);
  });
});

describe("quoting", () => {
  const nasty = ["plain", `"; DROP TABLE t; --`, "'; DROP TABLE t; --", "\\' OR 1=1", "a\nb", "ünï 🦆", "$1", "?"];
  it.each(nasty)("carries %j through as a name and as a value", async (text) => {
    const rows = await session.rows(`SELECT ${quoteLiteral(text)} AS ${quoteIdentifier(text)}`);
    expect(rows).toEqual([{ [text]: text }]);
  });

  it("refuses a NUL, which would cut the statement short", () => {
    expect(() => quoteLiteral("a\0b")).toThrow(expect.objectContaining({ code: "duckdb.nul_in_text" }));
  });
});

it("gives integers beyond 2^53 as text", async () => {
  expect(await session.rows("SELECT 9007199254740993::BIGINT AS big, 5::BIGINT AS small")).toEqual([
    { big: "9007199254740993", small: 5 },
  ]);
});
