import { runCLI } from "./program.ts";

// `atrium … | head` ends reading early, which is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runCLI(process.argv.slice(2), process);
