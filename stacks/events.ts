import type { Permission } from "./util/lambda.ts";

const DAYS_KEPT = 14;
const DAY = 24 * 60 * 60; // seconds
/** How long the relay may take; the queue hides a poke for six times as long, as AWS advises. */
export const RELAY_SECONDS = 90;

/** Pokes that the relay failed on again and again. The messages themselves are in the database, none is lost with a poke. */
export const relayLost = new aws.sqs.Queue("RelayLost", {
  messageRetentionSeconds: DAYS_KEPT * DAY,
  sqsManagedSseEnabled: true,
});

/** Wakes the relay of the outbox after a commit. */
export const relayQueue = new aws.sqs.Queue("RelayQueue", {
  visibilityTimeoutSeconds: 6 * RELAY_SECONDS,
  messageRetentionSeconds: 4 * DAY,
  sqsManagedSseEnabled: true,
  redrivePolicy: $jsonStringify({ deadLetterTargetArn: relayLost.arn, maxReceiveCount: 5 }),
});

/** For whatever changes something that others are told of. */
export const pokeEnvironment = { RELAY_QUEUE_URL: relayQueue.url };
export const mayPoke: Permission = { actions: ["sqs:SendMessage"], resources: [relayQueue.arn] };

/** Browsers keep a socket open here. Its routes are in `relay.ts`, with the functions behind them. */
export const socketApi = new aws.apigatewayv2.Api("SocketApi", {
  protocolType: "WEBSOCKET",
  routeSelectionExpression: "$request.body.action",
});

const stage = new aws.apigatewayv2.Stage("SocketStage", { apiId: socketApi.id, name: "live", autoDeploy: true });

export const socketsURL = $interpolate`${socketApi.apiEndpoint}/${stage.name}`;

const connections = $interpolate`${socketApi.executionArn}/${stage.name}`;
export const maySay: Permission = {
  actions: ["execute-api:ManageConnections"],
  resources: [$interpolate`${connections}/POST/@connections/*`],
};
export const mayClose: Permission = {
  actions: ["execute-api:ManageConnections"],
  resources: [$interpolate`${connections}/DELETE/@connections/*`],
};
export const sayEnvironment = {
  SOCKETS_ENDPOINT: socketsURL.apply((url) => url.replace(/^wss:/, "https:")),
};
