import { isIPv4 } from "node:net";
import { join } from "node:path";
import type { FrontDoor } from "../front-door/index.ts";
import { Graph } from "../graph/index.ts";
import { loadSettings, type Paths, type Settings, writeJson } from "../home/index.ts";
import { LogFile } from "../log/index.ts";
import { type Reservation, reserve, reserveOr } from "../process/port.ts";
import { cacheFolder } from "./cache.ts";
import { openDoor } from "./door.ts";
import { RANDOM_PLACEHOLDER } from "./localise.ts";
import type { HostOptions } from "./options.ts";

export const LOOPBACK = "127.0.0.1";

/** Kept free for whoever is to listen there, who releases it first. */
type Address = Reservation & { host: string; url: string };

/** Where everything will be, known before anything runs: the parts have to be told of each other. */
export type Place = {
  program: Graph;
  settings: Settings;
  region: string;
  cache: string;
  door: FrontDoor;
  /** The names the site goes by; the first is the one that is told. */
  sites: [string, ...string[]];
  aws: Address;
  objects: Address;
};

export async function findPlace(options: HostOptions, paths: Paths): Promise<Place> {
  const program = await Graph.read(join(options.root, "stacks", "graph.json"));
  const settings = await loadSettings(paths.settings, program.mentions(RANDOM_PLACEHOLDER));
  const cache = await cacheFolder(options.root, paths.home);
  const door = await openDoor(options, new LogFile(join(paths.logs, "front-door.log")));
  return {
    program,
    settings,
    region: regionOf(program),
    cache,
    door,
    sites: [urlOf(nameable(options.host), door.port), urlOf("localhost", door.port)],
    aws: address(LOOPBACK, await reserve(LOOPBACK)),
    objects: await objectsAddress(options.host, settings, paths.settings),
  };
}

/** Pages that stayed open over a restart go on uploading to where they know the objects to be. */
async function objectsAddress(bound: string, settings: Settings, path: string): Promise<Address> {
  const host = reachable(bound);
  const reserved = await reserveOr(host, settings.objectsPort);
  const { port } = reserved;
  if (port !== settings.objectsPort) await writeJson(path, { ...settings, objectsPort: port });
  return address(host, reserved);
}

/**
 * Signed URLs name one address, and a number, since a name would have the SDK look for `<bucket>.<name>`. Bound to every
 * interface there is no one address, so bytes then travel on this machine only.
 */
const reachable = (host: string): string => (isIPv4(host) && host !== "0.0.0.0" ? host : LOOPBACK);

/** Bound to every interface the site is still reached by name. */
const nameable = (host: string): string => (host === "0.0.0.0" || host === "::" ? LOOPBACK : host);

const address = (host: string, reserved: Reservation): Address => ({
  ...reserved,
  host,
  url: urlOf(host, reserved.port),
});
const urlOf = (host: string, port: number): string => `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

function regionOf(graph: Graph): string {
  const [fn] = graph.all("aws:lambda/function:Function");
  const region = fn?.arn.split(":")[3];
  if (!region) throw new Error("The graph holds no function");
  return region;
}
