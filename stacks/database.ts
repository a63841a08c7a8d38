import { databaseNetwork } from "./network.ts";
import { programSecret } from "./secrets.ts";
import { lambda, mayRead } from "./util/lambda.ts";
import { settings } from "./util/settings.ts";

const BACKUP_DAYS = 14;
const keep = $app.removal !== "remove";

/** No RDS Proxy: it would keep an idle database awake. Each function holds one connection instead. */
export const database = new sst.aws.Aurora("Database", {
  engine: "postgres",
  version: "17",
  username: "atrium",
  database: "atrium",
  vpc: databaseNetwork,
  scaling: { min: `${settings.databaseMinACU} ACU`, max: `${settings.databaseMaxACU} ACU` },
  transform: {
    cluster: {
      storageEncrypted: true,
      copyTagsToSnapshot: true,
      backupRetentionPeriod: BACKUP_DAYS,
      deletionProtection: keep,
      skipFinalSnapshot: !keep,
      finalSnapshotIdentifier: keep ? `${$app.name}-${$app.stage}-final` : undefined,
    },
    instance: { publiclyAccessible: false, autoMinorVersionUpgrade: true },
  },
});

const connection = {
  DATABASE_HOST: $interpolate`${database.host}:${database.port}`,
  DATABASE_TLS: "require",
  DATABASE_POOL: "1",
};

export const migrator = lambda("Migrator", {
  handler: "packages/functions/src/migrator/index.handler",
  description: "Brings the schema up to date; run by every deployment",
  timeout: "15 minutes",
  memory: "512 MB",
  environment: {
    ...connection,
    DATABASE_NAME: database.database,
    DATABASE_SECRET_ARN: database.secretArn,
    PROGRAM_SECRET_ARN: programSecret.arn,
  },
  permissions: [mayRead({ arn: database.secretArn }), mayRead(programSecret)],
});

/** Runs again whenever the migrator's code does, which carries the migrations. */
const migration = new aws.lambda.Invocation("Migration", {
  functionName: migrator.name,
  input: JSON.stringify({ mode: "up" }),
  triggers: { code: migrator.nodes.function.apply((fn) => fn.s3Key.apply((key) => key ?? "")) },
});

/** Depends on the migration, so that new code never meets an old schema. */
export const databaseEnvironment = {
  ...connection,
  DATABASE_SECRET_ARN: programSecret.arn,
  DATABASE_NAME: $resolve([database.database, migration.result]).apply(([name]) => name),
};

/** As the program, which may not change the schema or an event that was written. */
export const mayUseDatabase = mayRead(programSecret);
