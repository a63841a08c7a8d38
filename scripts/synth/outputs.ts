import { ACCOUNT, REGION } from "./arn.ts";

type Made = { id: string; arn: string; name: string; inputs: Record<string, unknown> };

/** What AWS answers besides id and ARN, for the types whose answers other resources are made from. */
const OUTPUTS: Record<string, (made: Made) => Record<string, unknown>> = {
  "aws:apigatewayv2/api:Api": ({ id, inputs }) => ({
    apiEndpoint: `${inputs.protocolType === "WEBSOCKET" ? "wss" : "https"}://${id}.execute-api.${REGION}.amazonaws.com`,
    executionArn: `arn:aws:execute-api:${REGION}:${ACCOUNT}:${id}`,
  }),
  "aws:batch/jobDefinition:JobDefinition": ({ arn }) => ({ arn: `${arn}:1`, arnPrefix: arn, revision: 1 }),
  "aws:cloudfront/distribution:Distribution": () => ({
    domainName: "d111111abcdef8.cloudfront.net",
    hostedZoneId: "Z2FDTNDATAQYW2",
    etag: "E1",
  }),
  "aws:ecr/repository:Repository": ({ inputs }) => ({
    registryId: ACCOUNT,
    repositoryUrl: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${inputs.name}`,
  }),
  "aws:lambda/function:Function": ({ arn }) => ({ invokeArn: arn, qualifiedArn: `${arn}:1`, version: "1" }),
  "aws:lambda/functionUrl:FunctionUrl": ({ id }) => ({ functionUrl: `https://${id}.lambda-url.${REGION}.on.aws/` }),
  "aws:lambda/invocation:Invocation": () => ({ result: "{}" }),
  "aws:rds/cluster:Cluster": () => ({
    endpoint: "atrium-database.cluster.mock",
    readerEndpoint: "atrium-database.cluster-ro.mock",
    port: 5432,
  }),
  "aws:rds/clusterInstance:ClusterInstance": () => ({ port: 5432 }),
  "aws:s3/bucket:Bucket": ({ inputs }) => ({
    bucketDomainName: `${inputs.bucket}.s3.amazonaws.com`,
    bucketRegionalDomainName: `${inputs.bucket}.s3.${REGION}.amazonaws.com`,
  }),
  "aws:sqs/queue:Queue": ({ arn }) => ({
    url: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${arn.split(":").at(-1)}`,
  }),
  "docker-build:index:Image": ({ inputs }) => ({ ref: (inputs.tags as string[])[0] }),
  "random:index/randomPassword:RandomPassword": ({ name }) => ({ result: drawn(name) }),
  "random:index/randomBytes:RandomBytes": ({ name }) => ({ base64: drawn(name), hex: drawn(name) }),
};

/** Stands where a deployment puts a value that it draws. */
const drawn = (name: string) => `{random:${name}}`;

export const outputsOf = (type: string, made: Made): Record<string, unknown> => OUTPUTS[type]?.(made) ?? {};
