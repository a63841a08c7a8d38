import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import {
  mayClose,
  mayPoke,
  maySay,
  pokeEnvironment,
  RELAY_SECONDS,
  relayQueue,
  sayEnvironment,
  socketApi,
} from "./events.ts";
import { mailEnvironment, maySendMail } from "./mail.ts";
import { webhookSecret } from "./secrets.ts";
import { lambda, mayRead } from "./util/lambda.ts";
import { settings } from "./util/settings.ts";
import { url } from "./web.ts";

/** Two at once, so that one slow webhook does not hold up everybody's messages. */
const AT_ONCE = 2;

export const relay = lambda("Relay", {
  handler: "packages/functions/src/queue/relay.handler",
  description: "Delivers what changes left in the outbox: mail, webhooks, sockets, notifications",
  timeout: `${RELAY_SECONDS} seconds`,
  memory: "512 MB",
  environment: {
    ...databaseEnvironment,
    ...pokeEnvironment,
    ...sayEnvironment,
    ...mailEnvironment,
    SITE_URL: url,
    WEBHOOK_SECRET_ARN: webhookSecret.arn,
    WEBHOOK_HOSTS: settings.webhookHosts,
  },
  permissions: [
    mayUseDatabase,
    mayRead(webhookSecret),
    mayPoke,
    maySay,
    mayClose,
    ...maySendMail,
    {
      actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
      resources: [relayQueue.arn],
    },
  ],
});

new aws.lambda.EventSourceMapping("RelayPokes", {
  eventSourceArn: relayQueue.arn,
  functionName: relay.arn,
  batchSize: 10,
  scalingConfig: { maximumConcurrency: AT_ONCE },
});

export const sockets = lambda("Sockets", {
  handler: "packages/functions/src/sockets/index.handler",
  description: "Lets sockets in and hears what they follow",
  timeout: "20 seconds",
  memory: "512 MB",
  environment: { ...databaseEnvironment, ...sayEnvironment },
  permissions: [mayUseDatabase, maySay],
});

const toSockets = new aws.apigatewayv2.Integration("SocketIntegration", {
  apiId: socketApi.id,
  integrationType: "AWS_PROXY",
  integrationUri: sockets.nodes.function.invokeArn,
});

for (const [name, routeKey] of Object.entries({
  Connect: "$connect",
  Disconnect: "$disconnect",
  Default: "$default",
})) {
  new aws.apigatewayv2.Route(`Socket${name}`, {
    apiId: socketApi.id,
    routeKey,
    target: $interpolate`integrations/${toSockets.id}`,
  });
}

new aws.lambda.Permission("SocketInvoke", {
  action: "lambda:InvokeFunction",
  function: sockets.name,
  principal: "apigateway.amazonaws.com",
  sourceArn: $interpolate`${socketApi.executionArn}/*`,
});
