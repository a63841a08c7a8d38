import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { createAtrium, take } from "../../client.ts";
import type { Context } from "../context.ts";
import { saveCredentials } from "../credentials.ts";
import { UsageError } from "../exit.ts";
import { type IO, print, printJSON, say } from "../io.ts";

export function addAccount(program: Command, context: Context) {
  const { io } = context;

  program
    .command("login")
    .description("check an API key and keep it for later commands")
    .option("--url <url>", "address of the site")
    .option("--key <key>", "API key; asked for when left out, so that it stays out of the shell's history")
    .action(async (given: { url?: string; key?: string }) => {
      const url = given.url ?? (io.env.ATRIUM_URL || (await ask(io, "Address: ")));
      const apiKey = given.key ?? (io.env.ATRIUM_API_KEY || (await ask(io, "API key: ")));
      if (!URL.canParse(url)) throw new UsageError(`Not an address: ${url}`);
      const me = await take(createAtrium({ url, apiKey }).GET("/api/v1/me", { signal: context.signal }));
      const path = await saveCredentials(io, { url, apiKey });
      say(io, `Signed in as ${me.user.name} (${me.user.email}); kept in ${path}`);
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

async function ask(io: IO, question: string): Promise<string> {
  const lines = createInterface({ input: io.stdin, output: io.stderr, terminal: false });
  try {
    const answer = await lines.question(question);
    if (answer.trim() === "") throw new UsageError("Nothing given");
    return answer.trim();
  } finally {
    lines.close();
  }
}
