import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Command } from "commander";
import { createAtrium, take } from "../../client.ts";
import type { Context } from "../context.ts";
import { forgetCredentials, saveCredentials } from "../credentials.ts";
import { UsageError } from "../exit.ts";
import { examples } from "../help.ts";
import { type IO, print, printJSON, say } from "../io.ts";

type LoginOptions = { url?: string; key?: string; withKeyStdin?: boolean };

export function addAccount(program: Command, context: Context) {
  const { io } = context;

  const login = program
    .command("login")
    .description("check an API key and keep it for later commands")
    .option("--url <url>", "address of the site")
    .option("--key <key>", "API key; asked for when left out, so that it stays out of the shell's history")
    .option("--with-key-stdin", "read the API key from standard input")
    .action((given: LoginOptions) => signIn(context, given));
  examples(
    login,
    "atrium login --url https://atrium.example.org",
    "pass show atrium | atrium login --url https://atrium.example.org --with-key-stdin",
  );

  program
    .command("logout")
    .description("forget the API key that login kept; the key itself stays valid")
    .action(async () => {
      const path = await forgetCredentials(io);
      if (context.json) printJSON(io, { forgotten: path ?? null });
      else say(io, path ? `Removed ${path}` : "Nothing was kept");
    });

  program
    .command("whoami")
    .description("say whose key is in use, and where")
    .action(async () => {
      const atrium = await context.connect();
      const me = await take(atrium.GET("/api/v1/me", { signal: context.signal }));
      if (context.json) return printJSON(io, { url: atrium.url, ...me });
      const key = me.key ? `, key “${me.key.name}” (${me.key.scopes.join(", ")})` : "";
      print(io, `${me.user.name} <${me.user.email}> at ${atrium.url}${key}`);
    });
}

async function signIn(context: Context, given: LoginOptions) {
  const { io } = context;
  if (given.key && given.withKeyStdin) throw new UsageError("Give --key or --with-key-stdin, not both");
  // Both would read standard input.
  if (given.withKeyStdin && !given.url && !io.env.ATRIUM_URL) throw new UsageError("--with-key-stdin needs --url");
  const url = given.url ?? (io.env.ATRIUM_URL || (await ask(io, "Address: ")));
  if (!URL.canParse(url)) throw new UsageError(`Not an address: ${url}`);
  const known = given.withKeyStdin ? undefined : io.env.ATRIUM_API_KEY;
  const apiKey = given.key ?? (known || (await ask(io, "API key: ", { secret: true })));
  const me = await take(createAtrium({ url, apiKey }).GET("/api/v1/me", { signal: context.signal }));
  const path = await saveCredentials(io, { url, apiKey });
  if (context.json) printJSON(io, { url, path, ...me });
  else say(io, `Signed in as ${me.user.name} (${me.user.email}); kept in ${path}`);
}

/** A secret is not shown while it is typed: readline takes the terminal over and echoes to nowhere. */
async function ask(io: IO, question: string, { secret = false } = {}): Promise<string> {
  const hidden = secret && io.stdin.isTTY === true;
  const output = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : io.stderr;
  if (hidden) io.stderr.write(question);
  const lines = createInterface({ input: io.stdin, output, terminal: hidden });
  try {
    const answer = await lines.question(hidden ? "" : question);
    if (answer.trim() === "") throw new UsageError("Nothing given");
    return answer.trim();
  } finally {
    lines.close();
    if (hidden) io.stderr.write("\n");
  }
}
