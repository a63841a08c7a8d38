import { join } from "node:path";
import { behaviorsOf, functionsBehind, isLoopback, loadSite } from "../front-door/index.ts";
import { openHome, type Paths } from "../home/index.ts";
import { LogFile } from "../log/index.ts";
import type { Aws } from "../router/index.ts";
import type { Notice } from "../s3/notices/outbox.ts";
import { seedSample } from "../sample/index.ts";
import type { Status } from "../status/index.ts";
import { createCalls } from "./calls.ts";
import { type Closers, createClosers } from "./closers.ts";
import { deploy, ensureAdministrator } from "./deploy.ts";
import { layFoundation } from "./foundation.ts";
import { localise } from "./localise.ts";
import type { HostOptions } from "./options.ts";
import { findPlace } from "./place.ts";
import { startObjectStore, startServices } from "./services.ts";

export type Host = { url: string; stop(): Promise<void> };

/** Hosts the synthesized program on this machine: everything is up, and the address known, when it resolves. */
export async function startHost(options: HostOptions, status: Status): Promise<Host> {
  const { paths, release } = await openHome(options.home);
  const log = new LogFile(join(paths.logs, "host.log"));
  const closers = createClosers((message, error) => log.event("error", message, { error }));
  closers.add("the home", release);
  try {
    const url = await start(options, { paths, log, closers, status });
    return { url, stop: closers.closeAll };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

type Context = { paths: Paths; log: LogFile; closers: Closers; status: Status };

async function start(options: HostOptions, { paths, log, closers, status }: Context): Promise<string> {
  const { root } = options;
  const place = await findPlace(options, paths);
  const { door, sites, settings } = place;
  const [url] = sites;
  closers.add("the front door", door.stop);

  const foundation = await layFoundation(place, root, paths, closers, status);
  const { host, port } = foundation.database;
  const graph = localise(place.program, {
    ...place,
    objects: place.objects.url,
    aws: place.aws.url,
    database: `${host}:${port}`,
  });

  const parts = { place, foundation, graph, root, paths, log, signUpOpen: isLoopback(options.host) };
  const calls = createCalls(log);
  const awsReady = Promise.withResolvers<Aws>();
  const parent = {
    take: async (notice: Notice) => (await awsReady.promise).notify(notice),
    called: (name: string) => calls.note(`s3:${name}`),
  };
  await status.step("objects", () => startObjectStore(parts, parent, closers));
  const services = await status.step("workflows", () => startServices(parts, calls, closers));
  const { lambda, sockets, invoke, release } = services;
  awsReady.resolve(services.aws);
  // Their processes come up beside the migrations.
  const behaviors = behaviorsOf(graph);
  const warmed = Promise.all(functionsBehind(behaviors).map((name) => lambda.warm(name)));
  await status.step("migrations", () => deploy(graph, invoke));
  release();

  door.open({ behaviors, lambda, sockets, site: await loadSite(foundation.site) });
  closers.add("requests under way", door.stop); // before what they need goes
  closers.add("connected clients", sockets.stop);
  const { administrator } = settings;
  const { mailbox } = services.aws;
  const credentials = await ensureAdministrator({
    graph,
    invoke,
    path: paths.credentials,
    administrator,
    url,
    mailbox,
  });
  status.line("mailbox", `address in ${paths.credentials}`);
  await warmed;
  if (options.sample) await seedSample({ ...credentials, root, statePath: paths.sample, status });
  return url;
}
