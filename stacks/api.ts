import { analyzeMachine, mayAnalyze } from "./analyze.ts";
import { annotationsMachine, mayRunAnnotations } from "./annotations.ts";
import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import { mayPoke, pokeEnvironment, socketsURL } from "./events.ts";
import { executeMachine, mayRunCode } from "./execute.ts";
import { fetchMachine, mayRunFetches } from "./fetch.ts";
import { mailEnvironment } from "./mail.ts";
import { mayRunPredictions, predictMachine } from "./predict.ts";
import { authSecret, oidcSecret, originSecret, webhookSecret } from "./secrets.ts";
import { mayListObjects, mayObjects, objects, READ, REMOVE, WRITE } from "./storage.ts";
import { mayTranscode, transcodeMachine } from "./transcode.ts";
import { duckdb, ffmpeg, lambda, mayRead, onnx, sharp } from "./util/lambda.ts";
import { settings } from "./util/settings.ts";
import { importMachine, mayRedriveImports, mayStartImports, mayStopImports, mayWatchImports } from "./workflows.ts";

const DAYS_KEPT = 14;
const DAY = 24 * 60 * 60; // seconds

/** What every function behind the front door needs: who asks, and that they came through it. */
const doorEnvironment = {
  ...databaseEnvironment,
  AUTH_SECRET_ARN: authSecret.arn,
  ORIGIN_SECRET_ARN: originSecret.arn,
};
const rateEnvironment = { RATE_LIMITS: settings.rateLimits };

/** Ways to get an account here, which the site tells and sign-in follows. */
const admissionEnvironment = {
  ...mailEnvironment,
  SIGN_UP: settings.signUp,
  OIDC_PROVIDERS: settings.oidcProviders,
};
const mayGuardDoor = [mayUseDatabase, mayRead(authSecret), mayRead(originSecret)];

export const api = lambda("Api", {
  handler: "packages/functions/src/api/index.handler",
  description: "JSON under /api",
  timeout: "29 seconds", // the HTTP API gives up at 30
  memory: "1024 MB",
  environment: {
    ...doorEnvironment,
    ...rateEnvironment,
    ...pokeEnvironment,
    SOCKETS_URL: socketsURL,
    WEBHOOK_SECRET_ARN: webhookSecret.arn,
    WEBHOOK_HOSTS: settings.webhookHosts,
    IMPORT_HOSTS: settings.importHosts,
    OBJECTS_BUCKET: objects.name,
    IMPORT_STATE_MACHINE_ARN: importMachine.arn,
    EXECUTE_MACHINE_ARN: executeMachine.arn,
    PREDICT_MACHINE_ARN: predictMachine.arn,
    ANALYZE_MACHINE_ARN: analyzeMachine.arn,
    TRANSCODE_MACHINE_ARN: transcodeMachine.arn,
    FETCH_MACHINE_ARN: fetchMachine.arn,
    ANNOTATIONS_MACHINE_ARN: annotationsMachine.arn,
    ...admissionEnvironment,
  },
  permissions: [
    ...mayGuardDoor,
    mayRead(webhookSecret),
    mayPoke,
    mayObjects(READ, "files", "tables", "notebooks", "media", "runs", "uploads"),
    mayObjects([...WRITE, ...REMOVE], "files", "notebooks", "uploads"),
    mayObjects(["s3:PutObject"], "runs"), // signed for jobs, which have no right of their own
    mayListObjects,
    mayStartImports,
    mayWatchImports,
    mayRedriveImports,
    mayStopImports,
    ...Object.values(mayRunPredictions),
    ...Object.values(mayAnalyze),
    ...Object.values(mayTranscode),
    ...Object.values(mayRunFetches),
    ...Object.values(mayRunAnnotations),
    ...Object.values(mayRunCode),
  ],
});

export const auth = lambda("Auth", {
  handler: "packages/functions/src/auth/index.handler",
  description: "Sign-in and sessions under /api/auth",
  timeout: "29 seconds",
  memory: "1024 MB", // password hashing is CPU work, and CPU comes with memory
  environment: {
    ...doorEnvironment,
    ...pokeEnvironment,
    ...admissionEnvironment,
    OIDC_SECRET_ARN: oidcSecret.arn,
    PROVE_ADDRESSES: "yes",
    DATABASE_POOL: "2", // the sign-in library's hooks query while its own transaction is open
  },
  permissions: [...mayGuardDoor, mayPoke, mayRead(oidcSecret)],
});

/** The function URL is public by construction; the function refuses whatever lacks the origin secret. */
export const tables = lambda("Tables", {
  handler: "packages/functions/src/tables/index.handler",
  description: "Rows of tables, streamed; queries, statistics and previews",
  timeout: "15 minutes", // a whole table goes at the pace of who reads it; one statement may take seconds only
  memory: "4096 MB",
  storage: "10 GB", // tables read lately
  streaming: true,
  url: { authorization: "none", cors: false },
  nodejs: duckdb,
  environment: { ...doorEnvironment, ...rateEnvironment, OBJECTS_BUCKET: objects.name },
  permissions: [...mayGuardDoor, mayObjects(READ, "tables", "files"), mayListObjects],
});

/** What a model predicts for some rows: a function of its own, so that no other starts with ONNX Runtime beside it. */
export const scores = lambda("Scores", {
  handler: "packages/functions/src/scores/index.handler",
  description: "Predictions for rows, at once",
  timeout: "29 seconds",
  memory: "2048 MB",
  nodejs: onnx,
  environment: { ...doorEnvironment, ...rateEnvironment, OBJECTS_BUCKET: objects.name },
  permissions: [...mayGuardDoor, mayObjects(READ, "runs")],
});

/** Pictures and parts of videos. It reads what it needs of a rendition, and keeps what it made for whoever asks next. */
export const frames = lambda("Frames", {
  handler: "packages/functions/src/frames/index.handler",
  description: "Frames, crops and clips of media",
  timeout: "3 minutes", // a clip goes at the pace of who reads it; one decoder may take seconds only
  memory: "3008 MB",
  streaming: true,
  url: { authorization: "none", cors: false },
  nodejs: sharp,
  copyFiles: ffmpeg.copyFiles,
  environment: { ...doorEnvironment, ...rateEnvironment, ...ffmpeg.environment, OBJECTS_BUCKET: objects.name },
  permissions: [
    ...mayGuardDoor,
    mayObjects(READ, "media", "frames"),
    mayObjects(["s3:PutObject"], "frames"),
    mayListObjects,
  ],
});

/** Same origin as the site, so no CORS. */
export const httpApi = new sst.aws.ApiGatewayV2("HttpApi", { cors: false, accessLog: { retention: "1 month" } });
httpApi.route("$default", api.arn);
httpApi.route("ANY /api/auth/{proxy+}", auth.arn);
httpApi.route("POST /api/v1/models/{id}/predict", scores.arn);

export const sweeper = lambda("Sweeper", {
  handler: "packages/functions/src/cron/sweeper.handler",
  description: "Starts what a crash left, ends what has expired",
  timeout: "50 seconds", // the next one may start after a minute
  memory: "512 MB",
  environment: {
    ...databaseEnvironment,
    ...pokeEnvironment,
    OBJECTS_BUCKET: objects.name,
    IMPORT_STATE_MACHINE_ARN: importMachine.arn,
    EXECUTE_MACHINE_ARN: executeMachine.arn,
    PREDICT_MACHINE_ARN: predictMachine.arn,
    ANALYZE_MACHINE_ARN: analyzeMachine.arn,
    TRANSCODE_MACHINE_ARN: transcodeMachine.arn,
    FETCH_MACHINE_ARN: fetchMachine.arn,
    ANNOTATIONS_MACHINE_ARN: annotationsMachine.arn,
  },
  permissions: [
    mayUseDatabase,
    mayPoke,
    mayObjects([...WRITE, ...REMOVE], "files"),
    mayObjects(REMOVE, "media"),
    mayListObjects,
    mayStartImports,
    mayWatchImports,
    mayRedriveImports,
    mayRunPredictions.start,
    mayRunPredictions.watch,
    mayRunPredictions.redrive,
    mayAnalyze.start,
    mayAnalyze.watch,
    mayAnalyze.redrive,
    mayTranscode.start,
    mayTranscode.watch,
    mayTranscode.redrive,
    mayRunFetches.start,
    mayRunFetches.watch,
    mayRunFetches.redrive,
    mayRunAnnotations.start,
    mayRunAnnotations.watch,
    mayRunAnnotations.redrive,
    mayRunCode.start,
    mayRunCode.watch,
    mayRunCode.redrive,
  ],
});

/** Sweeps that could not even be started. The alarm on it is in `observability.ts`. */
export const sweepsLost = new aws.sqs.Queue("SweepsLost", {
  messageRetentionSeconds: DAYS_KEPT * DAY,
  sqsManagedSseEnabled: true,
});

export const sweep = new sst.aws.CronV2("Sweep", {
  schedule: settings.sweepMinutes === 1 ? "rate(1 minute)" : `rate(${settings.sweepMinutes} minutes)`,
  function: sweeper.arn,
  event: {},
  retries: 2,
  dlq: sweepsLost.arn,
});
