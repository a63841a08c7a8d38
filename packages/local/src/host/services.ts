import { join } from "node:path";
import { functionSpecs } from "../graph/functions.ts";
import type { Graph } from "../graph/index.ts";
import { loadProviders, type Paths } from "../home/index.ts";
import { type Lambda, startLambda } from "../lambda/index.ts";
import { LogFile } from "../log/index.ts";
import { createMailbox } from "../mail/mailbox.ts";
import { type Aws, type AwsOptions, startAws } from "../router/index.ts";
import { socketApis } from "../sockets/api.ts";
import { createHub } from "../sockets/hub.ts";
import { createSocketServer, type SocketServer } from "../sockets/server.ts";
import { nameOf } from "./artifacts.ts";
import { awsResources } from "./aws-options.ts";
import type { Calls } from "./calls.ts";
import type { Closers } from "./closers.ts";
import { awsEnvironment, localSettings } from "./environment.ts";
import type { Foundation } from "./foundation.ts";
import { imageProgram } from "./images.ts";
import { createInvoke } from "./invoke.ts";
import { mediaEnvironment } from "./media-programs.ts";
import { bucketsOf, type ObjectsParent, startObjects } from "./objects.ts";
import type { Place } from "./place.ts";
import { IMAGE_PROGRAM, RUNNER, runnerEnvironment } from "./runner.ts";

type Options = {
  place: Place;
  foundation: Foundation;
  graph: Graph;
  root: string;
  paths: Paths;
  signUpOpen: boolean;
  log: LogFile;
};
export type Services = {
  lambda: Lambda;
  aws: Aws;
  sockets: SocketServer;
  invoke: AwsOptions["invoke"];
  /** The schema is there: what was running may go on. */
  release(): void;
};

const ACCOUNT = "123456789012";

const jobEnvironment = (surroundings: Record<string, string>): Record<string, string> => ({
  PATH: process.env.PATH ?? "",
  ...surroundings,
});

export async function startObjectStore(
  { place, foundation, graph, paths }: Options,
  parent: ObjectsParent,
  closers: Closers,
): Promise<void> {
  const { host, port } = place.objects;
  const options = {
    ...{ root: paths.objects, host, port, region: place.region },
    credentials: [place.settings.credentials],
    buckets: bucketsOf(graph),
  };
  const log = new LogFile(join(paths.logs, "objects.log"));
  await place.objects.release();
  const objects = await startObjects(foundation.artifacts.program("host-s3"), options, parent, log);
  closers.add("the object store", objects.stop);
}

/** Functions, and the services behind the AWS endpoint that call them. */
export async function startServices(options: Options, calls: Calls, closers: Closers): Promise<Services> {
  const { place, foundation, graph, root, paths, signUpOpen } = options;
  const { artifacts } = foundation;
  const surroundings = {
    ...awsEnvironment({ ...place, aws: place.aws.url, objects: place.objects.url }),
    ...mediaEnvironment(root),
  };
  const { providers, secrets } = await loadProviders(paths.providers);
  const local = localSettings({ signUpOpen, providers });
  const lambda = await startLambda({
    functions: functionSpecs(graph, root, artifacts.folder, surroundings, local),
    bootstrap: artifacts.program("host-lambda"),
    logs: paths.logs,
    scratch: paths.scratch,
  });
  closers.add("functions", lambda.stop);
  const invoke = createInvoke(lambda);
  const hub = createHub();
  const sockets = createSocketServer({ apis: socketApis(graph), hub, lambda, log: options.log });

  // What was running is resumed at once, but calls functions only when the schema is theirs.
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await place.aws.release();
  const resources = awsResources(graph, local);
  const aws = await startAws({
    ...{ pool: foundation.database.pool, host: place.aws.host, port: place.aws.port },
    ...{ region: place.region, accountId: ACCOUNT, credentials: [place.settings.credentials] },
    ...withSecret(resources, graph, secrets),
    hub,
    mailbox: createMailbox(place.settings.mailboxToken),
    called: calls.note,
    invoke: async (name, payload, call) => {
      await released;
      return invoke(name, payload, call);
    },
    ready: lambda.ready,
    async jobCommand(image) {
      // By the whole reference: what somebody calls an image of theirs makes it none of the program's.
      const own = resources.jobDefinitions.some(({ container }) => container.image === image);
      const program = artifacts.job(own ? image : RUNNER);
      const env = own && nameOf(image) !== RUNNER ? jobEnvironment(surroundings) : runnerEnvironment(root, place.cache);
      if (!own) env[IMAGE_PROGRAM] = JSON.stringify(await imageProgram(image, { path: paths.images, root }));
      return { command: process.execPath, args: ["--enable-source-maps", program], env };
    },
    jobsRoot: paths.jobs,
    log: (level, message, fields) => options.log.event(level, message, fields),
  });
  closers.add("workflows", aws.stop);
  return { lambda, aws, sockets, invoke, release };
}

/** The secret that has no value before an operator gives it one; here that is who wrote the file in the home folder. */
function withSecret<R extends { secrets: AwsOptions["secrets"] }>(resources: R, graph: Graph, value: string): R {
  const valued = new Set(resources.secrets.map(({ arn }) => arn));
  const unset = graph.all("aws:secretsmanager/secret:Secret").filter(({ arn }) => !valued.has(arn));
  return { ...resources, secrets: [...resources.secrets, ...unset.map(({ arn, name }) => ({ arn, name, value }))] };
}
