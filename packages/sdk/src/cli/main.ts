import { runCLI } from "./program.ts";

process.exitCode = await runCLI(process.argv.slice(2), process);
