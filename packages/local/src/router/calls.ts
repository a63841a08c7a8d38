import type { IncomingMessage } from "node:http";
import type { MailStore } from "../mail/store.ts";
import type { Hub } from "../sockets/hub.ts";
import { managementCall } from "../sockets/management.ts";
import type { Invoke } from "../states/lambda.ts";
import { type Answer, json, parseJson } from "./http.ts";
import type { Action, Actions } from "./input.ts";
import { invokeFunction } from "./lambda.ts";
import type { Signer } from "./signature.ts";
import { callerIdentity } from "./sts.ts";

/** A call as it came in: whose it is, its name, and what answers it, if anything does. */
export type Call = { service: string; name: string; run?: () => Promise<Answer> };

export type Services = {
  states: Actions;
  secrets: Actions;
  batch: Actions;
  scheduler: Actions;
  queues: Actions;
  events: Actions;
  mail: Actions;
  mailStore: MailStore;
  hub: Hub;
  /** Calls a function without waiting for its answer. */
  invokeLater(name: string, payload: unknown): Promise<void>;
  invoke: Invoke;
  accountId: string;
};

type Incoming = { request: IncomingMessage; body: Buffer; signer: Signer };

const BATCH_CALLS: Record<string, string> = {
  "/v1/submitjob": "SubmitJob",
  "/v1/describejobs": "DescribeJobs",
  "/v1/listjobs": "ListJobs",
  "/v1/terminatejob": "TerminateJob",
  "/v1/canceljob": "CancelJob",
  "/v1/registerjobdefinition": "RegisterJobDefinition",
  "/v1/describejobdefinitions": "DescribeJobDefinitions",
};

/** Finds what a request calls, by the marks its protocol leaves: a target header, a path, a form. */
export function callOf(incoming: Incoming, services: Services): Call {
  const { request, body, signer } = incoming;
  const target = request.headers["x-amz-target"];
  if (typeof target === "string") return byTarget(target, body, services);
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://host");
  const form = String(request.headers["content-type"]).startsWith("application/x-www-form-urlencoded");
  if (form) return byForm(new URLSearchParams(body.toString("utf8")), signer, services);
  const call = `${request.method} ${pathname}`;
  if (signer.service === "batch")
    return byRest("batch", BATCH_CALLS[pathname] ?? call, services.batch, () => parseJson(body));
  if (signer.service === "scheduler") return byScheduler(request.method, pathname, searchParams, services.scheduler);
  if (signer.service === "ses" && call === "POST /v2/email/outbound-emails") {
    return byRest("ses", "SendEmail", services.mail, () => parseJson(body));
  }
  const [, name] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(pathname) ?? [];
  if (signer.service === "lambda" && request.method === "POST" && name !== undefined) {
    const run = () => invokeFunction(services, decodeURIComponent(name), request, body);
    return { service: "lambda", name: "Invoke", run };
  }
  if (signer.service === "execute-api") {
    return { service: "execute-api", ...managementCall(services.hub, request.method, pathname, body) };
  }
  return { service: signer.service, name: call };
}

function byTarget(target: string, body: Buffer, services: Services): Call {
  const [prefix = "", name = ""] = target.split(".");
  if (prefix === "AWSStepFunctions")
    return answering("states", name, services.states, body, "application/x-amz-json-1.0");
  if (prefix === "AmazonSQS") return answering("sqs", name, services.queues, body, "application/x-amz-json-1.0");
  if (prefix === "AWSEvents") return answering("events", name, services.events, body, "application/x-amz-json-1.1");
  if (prefix === "secretsmanager") {
    return answering("secretsmanager", name, services.secrets, body, "application/x-amz-json-1.1");
  }
  return { service: prefix, name };
}

function answering(service: string, name: string, actions: Actions, body: Buffer, type: string): Call {
  const action = actionNamed(actions, name);
  return { service, name, run: action && (async () => json(await action(parseJson(body)), type)) };
}

function byRest(service: string, name: string, actions: Actions, input: () => Record<string, unknown>): Call {
  const action = actionNamed(actions, name);
  return { service, name, run: action && (async () => json(await action(input()))) };
}

function byScheduler(method: string | undefined, pathname: string, query: URLSearchParams, actions: Actions): Call {
  const call = `${method} ${pathname}`;
  const [, name] = /^\/schedules\/([^/]+)$/.exec(pathname) ?? [];
  if (call === "GET /schedules") return byRest("scheduler", "ListSchedules", actions, () => Object.fromEntries(query));
  if (method === "GET" && name !== undefined) {
    return byRest("scheduler", "GetSchedule", actions, () => ({ Name: decodeURIComponent(name) }));
  }
  return { service: "scheduler", name: call };
}

function byForm(form: URLSearchParams, signer: Signer, { accountId }: Services): Call {
  const name = form.get("Action") ?? "";
  const known = signer.service === "sts" && name === "GetCallerIdentity";
  return { service: signer.service, name, run: known ? async () => callerIdentity(accountId, signer) : undefined };
}

const actionNamed = (actions: Actions, name: string): Action | undefined =>
  Object.hasOwn(actions, name) ? actions[name] : undefined;
