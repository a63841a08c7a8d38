// Starts every command of this project. Depends on nothing but Node, because it runs before anything is installed.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { commands, tooOld } from "./launch/commands.mjs";
import { install } from "./launch/install.mjs";
import { run } from "./launch/run.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name = "start", ...args] = process.argv.slice(2);
const command = commands[name];
const complaint = tooOld(process.versions.node);

if ((complaint && !command?.bare) || !command) {
  process.stderr.write(`${complaint ?? `Unknown command ${name}: use one of ${Object.keys(commands).join(", ")}.`}\n`);
  process.exitCode = 1;
} else if (command.bare) {
  process.argv = [process.execPath, command.module, ...command.args, ...args];
  await import(new URL(`../${command.module}`, import.meta.url).href);
} else {
  const installed = await install(root, { dev: command.dev });
  if (installed === 0) await run(root, command.module, [...command.args, ...args]);
  else process.exitCode = installed;
}
