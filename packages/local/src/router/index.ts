import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { batchActions, batchPort, type JobDefinition } from "../batch/api.ts";
import type { Command } from "../batch/attempt.ts";
import { type JobQueue, startBatch } from "../batch/service.ts";
import type { AsyncPolicies } from "../delivery/policy.ts";
import { startDelivery } from "../delivery/service.ts";
import { eventActions } from "../events/api.ts";
import { createBuses, type Rule } from "../events/bus.ts";
import { mailActions } from "../mail/api.ts";
import { MAILBOX_PATH, type Mailbox } from "../mail/mailbox.ts";
import { startMail } from "../mail/store.ts";
import { type Mapping, startMappings } from "../mapping/index.ts";
import { queueActions } from "../queue/api.ts";
import { type QueueSpec, startQueues } from "../queue/service.ts";
import type { Notice } from "../s3/notices/outbox.ts";
import { schedulerActions } from "../scheduler/api.ts";
import { type Schedule, startScheduler } from "../scheduler/index.ts";
import { type Secret, secretsActions } from "../secrets/index.ts";
import type { Hub } from "../sockets/hub.ts";
import { statesActions } from "../states/api.ts";
import type { Invoke } from "../states/lambda.ts";
import { type Machine, startStates } from "../states/service.ts";
import { callOf, type Services } from "./calls.ts";
import { AwsError } from "./error.ts";
import { errorAnswer, readBody, send } from "./http.ts";
import { type Log, logToStderr } from "./log.ts";
import { takeNotice } from "./notice.ts";
import { type Credentials, verify } from "./signature.ts";

export type AwsOptions = {
  /** Of the host's own database; everything durable is in there. */
  pool: pg.Pool;
  host: string;
  port: number;
  region: string;
  accountId: string;
  credentials: Credentials[];
  stateMachines: Machine[];
  secrets: Secret[];
  jobQueues: JobQueue[];
  jobDefinitions: JobDefinition[];
  schedules: Schedule[];
  queues: QueueSpec[];
  buses: string[];
  rules: Rule[];
  mappings: Mapping[];
  asyncPolicies: AsyncPolicies;
  /** Where the mail that was sent can be read. */
  mailbox: Mailbox;
  /** The connected clients of WebSocket APIs. */
  hub: Hub;
  /** Told of every call once, by its name: `service:Call`. */
  called?: (name: string) => void;
  /** May be called before startAws has resolved: what was running is resumed first. */
  invoke: Invoke;
  /** Has a process of the function ready for a call that is about to come. */
  ready?: (name: string) => void;
  /** As above. */
  jobCommand(image: string): Command | Promise<Command>;
  jobsRoot: string;
  /** Standard error, when left out. */
  log?: Log;
};

export type Aws = {
  url: string;
  /** The page with the mail that was sent. */
  mailbox: string;
  /** Every call made so far, as `service:Call`, sorted. */
  surface(): string[];
  /** Takes what a bucket tells; kept when this resolves. */
  notify(notice: Notice): Promise<void>;
  stop(): Promise<void>;
};

const LONGEST_STOP_MS = 1_800;
const IDLE_MS = 60_000;
const REQUEST_MS = 16 * 60_000;

/** The AWS endpoint of this machine: what SDK clients reach by AWS_ENDPOINT_URL. */
export async function startAws(options: AwsOptions): Promise<Aws> {
  const { pool, region, accountId, invoke, jobsRoot, jobCommand, log = logToStderr } = options;
  const registered = { queues: options.jobQueues, definitions: options.jobDefinitions, region, accountId };
  const seen = new Set<string>();
  const { promise: ready, resolve: open, reject: fail } = Promise.withResolvers<Services>();
  ready.catch(() => undefined); // told to the caller of startAws; requests in between hear of it too

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const signer = verify(request, body, options.credentials, Date.now());
    const call = callOf({ request, body, signer }, await ready);
    const name = `${call.service}:${call.name}`;
    if (!seen.has(name)) options.called?.(name);
    seen.add(name);
    if (!call.run) throw new AwsError("NotImplemented", `${call.service} ${call.name} is not implemented`, 501);
    send(response, await call.run());
  }

  /** No call of AWS: a page for whoever started this host. */
  const look = async (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    options.mailbox.answer(request, response, (await ready).mailStore);

  const server = createServer({ keepAliveTimeout: IDLE_MS, requestTimeout: REQUEST_MS }, (request, response) => {
    const looking = request.url?.startsWith(MAILBOX_PATH) ?? false;
    (looking ? look(request, response) : answer(request, response)).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return;
      send(response, errorAnswer(asAws(error, log)));
    });
  });
  const url = await listen(server, options);
  const functionArn = (name: string) =>
    name.startsWith("arn:") ? name : `arn:aws:lambda:${region}:${accountId}:function:${name}`;

  try {
    const batch = await startBatch({ pool, queues: options.jobQueues, jobsRoot, jobCommand, log });
    const states = await startStates({
      pool,
      invoke,
      machines: options.stateMachines,
      batch: batchPort(batch, registered),
      expect: (functionARN) => options.ready?.(functionARN),
      log,
    });
    const queues = await startQueues({ pool, queues: options.queues, log });
    const mailStore = await startMail(pool);
    const delivery = await startDelivery({
      ...{ pool, queues, invoke, log, functions: options.asyncPolicies },
      startExecution: (machine, name, input) => states.start(machine, name, input),
    });
    const buses = createBuses({ delivery, buses: options.buses, rules: options.rules, region, accountId });
    const deliver = delivery.add;
    const scheduler = await startScheduler({ pool, schedules: options.schedules, invoke, deliver, log });
    const mappings = startMappings({ queues, mappings: options.mappings, invoke, log });
    open({
      queues: queueActions(queues, { url, accountId }),
      events: eventActions(buses),
      mail: mailActions(mailStore),
      mailStore,
      hub: options.hub,
      invokeLater: (name, payload) => delivery.add([{ target: functionArn(name), payload, source: "lambda" }]),
      states: statesActions(states, `arn:aws:iam::${accountId}:role/local`),
      secrets: secretsActions(options.secrets, Date.now()),
      batch: batchActions(batch, registered),
      scheduler: schedulerActions(scheduler, region, accountId),
      invoke,
      accountId,
    });
    return {
      url,
      mailbox: `${url}${options.mailbox.path}`,
      surface: () => [...seen].sort(),
      notify: (notice) => takeNotice(notice, buses, delivery),
      async stop() {
        server.close();
        // The interpreter first: a job that ends because the host does must not look like one that failed.
        const halted = states.halt();
        queues.stop();
        const ended = Promise.all([halted, batch.stop(), scheduler.stop(), mappings.stop(), delivery.stop()]);
        await Promise.race([ended, sleep(LONGEST_STOP_MS, undefined, { ref: false })]);
        server.closeAllConnections();
      },
    };
  } catch (error) {
    fail(error);
    server.close();
    server.closeAllConnections();
    throw error;
  }
}

function asAws(error: unknown, log: Log): AwsError {
  if (error instanceof AwsError) return error;
  if (error instanceof Error && error.name === "ResourceNotFoundException")
    return new AwsError(error.name, error.message, 404);
  if (error instanceof Error && error.name === "TooManyRequestsException")
    return new AwsError(error.name, error.message, 429);
  log("error", "call failed", { error });
  return new AwsError("InternalFailure", "The host could not answer this call", 500);
}

function listen(server: ReturnType<typeof createServer>, { host, port }: AwsOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      resolve(`http://${host}:${address.port}`);
    });
  });
}
