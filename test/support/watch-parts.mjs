// Loaded into the command by NODE_OPTIONS: notes each part it begins to send, and lets it die of one.
import { appendFileSync } from "node:fs";
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";

const { PARTS_LOG = "", DIE_AT } = process.env;
const send = http.request;

http.request = (url, ...rest) => {
  const part = URL.canParse(String(url)) ? new URL(url).searchParams.get("partNumber") : null;
  if (part) appendFileSync(PARTS_LOG, `${part}\n`);
  if (part && part === DIE_AT) process.kill(process.pid, "SIGKILL");
  return send(url, ...rest);
};
syncBuiltinESMExports();
