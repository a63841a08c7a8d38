import { analyzeFinish, analyzeGive, analyzeMachine, analyzePrepare, analyzeTake } from "./analyze.ts";
import { annotationsMachine, annotationsPrepare, annotationsRegister, annotationsWork } from "./annotations.ts";
import { api, auth, frames, httpApi, scores, sweeper, sweepsLost, tables } from "./api.ts";
import { migrator } from "./database.ts";
import { relayLost, socketApi } from "./events.ts";
import { executeMachine, executePrepare, executeRegister } from "./execute.ts";
import { fetchMachine, fetchRegister } from "./fetch.ts";
import { predictMachine, predictPrepare, predictRegister, predictScore } from "./predict.ts";
import { relay, sockets } from "./relay.ts";
import { transcodeMachine, transcodePlan, transcodePrepare, transcodeRegister } from "./transcode.ts";
import { settings } from "./util/settings.ts";
import { importIngest, importMachine, importPrepare, importRegister, runFail } from "./workflows.ts";

const FIVE_MINUTES = 5 * 60; // seconds

const alarms = new aws.sns.Topic("Alarms");
if (settings.alarmEmail) {
  new aws.sns.TopicSubscription("AlarmsByMail", {
    topic: alarms.arn,
    protocol: "email",
    endpoint: settings.alarmEmail,
  });
}

type Watch = {
  description: string;
  namespace: string;
  metric: string;
  dimensions: Record<string, $util.Input<string>>;
  /** The alarm goes off above this many in five minutes. */
  above: number;
  statistic?: "Sum" | "Maximum";
};

function alarm(name: string, watch: Watch) {
  return new aws.cloudwatch.MetricAlarm(`${name}Alarm`, {
    alarmDescription: watch.description,
    namespace: watch.namespace,
    metricName: watch.metric,
    dimensions: watch.dimensions,
    statistic: watch.statistic ?? "Sum",
    comparisonOperator: "GreaterThanThreshold",
    threshold: watch.above,
    period: FIVE_MINUTES,
    evaluationPeriods: 1,
    treatMissingData: "notBreaching",
    alarmActions: [alarms.arn],
    okActions: [alarms.arn],
  });
}

const functions = {
  Api: api,
  Auth: auth,
  Scores: scores,
  Tables: tables,
  Frames: frames,
  ImportPrepare: importPrepare,
  ImportIngest: importIngest,
  ImportRegister: importRegister,
  ExecutePrepare: executePrepare,
  ExecuteRegister: executeRegister,
  PredictPrepare: predictPrepare,
  PredictScore: predictScore,
  PredictRegister: predictRegister,
  TranscodePrepare: transcodePrepare,
  TranscodePlan: transcodePlan,
  TranscodeRegister: transcodeRegister,
  FetchRegister: fetchRegister,
  AnalyzePrepare: analyzePrepare,
  AnalyzeGive: analyzeGive,
  AnalyzeTake: analyzeTake,
  AnalyzeFinish: analyzeFinish,
  AnnotationsPrepare: annotationsPrepare,
  AnnotationsWork: annotationsWork,
  AnnotationsRegister: annotationsRegister,
  RunFail: runFail,
  Sweeper: sweeper,
  Migrator: migrator,
  Relay: relay,
  Sockets: sockets,
};

for (const [name, fn] of Object.entries(functions)) {
  alarm(`${name}Errors`, {
    description: `${name} threw or timed out; its log group says why`,
    namespace: "AWS/Lambda",
    metric: "Errors",
    dimensions: { FunctionName: fn.name },
    above: 0,
  });
}

const machines = {
  Imports: importMachine,
  Executions: executeMachine,
  Predictions: predictMachine,
  Transcodings: transcodeMachine,
  Fetches: fetchMachine,
  Analyses: analyzeMachine,
  Annotations: annotationsMachine,
};

for (const [name, machine] of Object.entries(machines)) {
  alarm(`${name}Failed`, {
    description: `${name} ended as failed; a bad file fails its run too, so look at the runs first`,
    namespace: "AWS/States",
    metric: "ExecutionsFailed",
    dimensions: { StateMachineArn: machine.arn },
    above: 5,
  });
  alarm(`${name}TimedOut`, {
    description: `${name} ran into the time limit of their workflow and could not record why`,
    namespace: "AWS/States",
    metric: "ExecutionsTimedOut",
    dimensions: { StateMachineArn: machine.arn },
    above: 0,
  });
}

alarm("ServerErrors", {
  description: "The API answered 5xx",
  namespace: "AWS/ApiGateway",
  metric: "5xx",
  dimensions: { ApiId: httpApi.nodes.api.id },
  above: 5,
});

alarm("RowsServerErrors", {
  description: "The function that streams rows answered 5xx",
  namespace: "AWS/Lambda",
  metric: "Url5xxCount",
  dimensions: { FunctionName: tables.name },
  above: 5,
});

alarm("PicturesServerErrors", {
  description: "The function that makes pictures of media answered 5xx",
  namespace: "AWS/Lambda",
  metric: "Url5xxCount",
  dimensions: { FunctionName: frames.name },
  above: 5,
});

alarm("SweepsLost", {
  description: "The sweeper could not be started; runs that a crash left behind stay where they are",
  namespace: "AWS/SQS",
  metric: "ApproximateNumberOfMessagesVisible",
  dimensions: { QueueName: sweepsLost.name },
  above: 0,
  statistic: "Maximum",
});

alarm("RelayLost", {
  description: "The relay failed on a poke five times; mail, webhooks and notifications wait in the outbox",
  namespace: "AWS/SQS",
  metric: "ApproximateNumberOfMessagesVisible",
  dimensions: { QueueName: relayLost.name },
  above: 0,
  statistic: "Maximum",
});

/** One line of the relay's log for each message that it gave up. */
new aws.cloudwatch.LogMetricFilter("MessagesDead", {
  logGroupName: relay.nodes.logGroup.apply((group) => group?.name ?? $output("")),
  pattern: '{ $.message = "a message was not delivered" && $.dead IS TRUE }',
  metricTransformation: { namespace: $app.name, name: `MessagesDead-${$app.stage}`, value: "1" },
});

alarm("MessagesDead", {
  description: "Messages were given up after all their attempts; see the page Deliveries, where they can be replayed",
  namespace: $app.name,
  metric: `MessagesDead-${$app.stage}`,
  dimensions: {},
  above: 0,
});

alarm("SocketErrors", {
  description: "Sockets could not be opened or heard",
  namespace: "AWS/ApiGateway",
  metric: "IntegrationError",
  dimensions: { ApiId: socketApi.id },
  above: 5,
});
