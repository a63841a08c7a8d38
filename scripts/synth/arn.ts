import { createHash } from "node:crypto";

export const ACCOUNT = "123456789012";
export const REGION = "eu-west-1";

type Inputs = Record<string, unknown>;

/** Resource part of an ARN, by type: what AWS would answer for the inputs. */
const ARNS: Record<string, (name: string, inputs: Inputs) => string> = {
  "aws:batch/computeEnvironment:ComputeEnvironment": (name) => `batch:@:compute-environment/${name}`,
  "aws:batch/jobDefinition:JobDefinition": (name) => `batch:@:job-definition/${name}`,
  "aws:batch/jobQueue:JobQueue": (name) => `batch:@:job-queue/${name}`,
  "aws:cloudfront/function:Function": (name) => `cloudfront::${ACCOUNT}:function/${name}`,
  "aws:cloudfront/keyValueStore:KeyValueStore": (name) => `cloudfront::${ACCOUNT}:key-value-store/${name}`,
  "aws:cloudfront/distribution:Distribution": (name) =>
    `cloudfront::${ACCOUNT}:distribution/${token(name, 14).toUpperCase()}`,
  "aws:cloudwatch/eventBus:EventBus": (name) => `events:@:event-bus/${name}`,
  "aws:cloudwatch/eventRule:EventRule": (name) => `events:@:rule/${name}`,
  "aws:cloudwatch/logGroup:LogGroup": (name) => `logs:@:log-group:${name}`,
  "aws:cloudwatch/metricAlarm:MetricAlarm": (name) => `cloudwatch:@:alarm:${name}`,
  "aws:ecr/repository:Repository": (name) => `ecr:@:repository/${name}`,
  "aws:iam/role:Role": (name) => `iam::${ACCOUNT}:role/${name}`,
  "aws:lambda/function:Function": (name) => `lambda:@:function:${name}`,
  "aws:rds/cluster:Cluster": (name) => `rds:@:cluster:${name}`,
  "aws:rds/clusterInstance:ClusterInstance": (name) => `rds:@:db:${name}`,
  "aws:s3/bucket:Bucket": (name) => `s3:::${name}`,
  "aws:scheduler/schedule:Schedule": (name) => `scheduler:@:schedule/default/${name}`,
  "aws:secretsmanager/secret:Secret": (name) => `secretsmanager:@:secret:${name}-${token(name, 6)}`,
  "aws:sfn/stateMachine:StateMachine": (name) => `states:@:stateMachine:${name}`,
  "aws:sns/topic:Topic": (name) => `sns:@:${name}`,
  "aws:sqs/queue:Queue": (name) => `sqs:@:${name}`,
};

/** Inputs that carry a resource's physical name. */
const NAMES = ["name", "bucket", "clusterIdentifier", "identifier"];

export function arnOf(type: string, name: string, inputs: Inputs): string {
  if (type === "aws:secretsmanager/secretVersion:SecretVersion") return String(inputs.secretId);
  const physical = physicalName(name, inputs);
  const shape = ARNS[type];
  if (shape) return `arn:aws:${shape(physical, inputs).replace("@", `${REGION}:${ACCOUNT}`)}`;
  const service = type.split(":")[1]?.split("/")[0] ?? "unknown";
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${physical}`;
}

const IDS: Record<string, string> = {
  "aws:ec2/vpc:Vpc": "vpc",
  "aws:ec2/subnet:Subnet": "subnet",
  "aws:ec2/securityGroup:SecurityGroup": "sg",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": "sg",
  "aws:ec2/routeTable:RouteTable": "rtb",
  "aws:ec2/internetGateway:InternetGateway": "igw",
  "aws:ec2/instance:Instance": "i",
  "aws:ec2/eip:Eip": "eipalloc",
};

/** What refers to a resource: for some types its ARN or name, for others an identifier AWS makes. */
export function idOf(type: string, name: string, inputs: Inputs): string {
  if (type === "aws:secretsmanager/secret:Secret") return arnOf(type, name, inputs);
  if (["aws:s3/bucket:Bucket", "aws:iam/role:Role", "aws:lambda/function:Function"].includes(type)) {
    return physicalName(name, inputs);
  }
  const prefix = IDS[type];
  return prefix ? `${prefix}-${token(name, 17, "hex")}` : token(`${type}${name}`, 10);
}

/** The name given, or one like Pulumi would make. */
export function physicalName(name: string, inputs: Inputs): string {
  const given = NAMES.map((key) => inputs[key]).find((value) => typeof value === "string");
  return given ? String(given) : `atrium-main-${name}`;
}

/** Stable stand-in for an identifier that AWS would draw. */
function token(of: string, length: number, alphabet: "hex" | "letters" = "letters"): string {
  const hex = createHash("sha256").update(of).digest("hex").slice(0, length);
  return alphabet === "hex" ? hex : hex.replace(/\d/g, (digit) => "klmnopqrst"[Number(digit)] ?? digit);
}
