/** The inputs this host reads, of the resource types it hosts. Everything else in the graph has no counterpart here. */
export type Inputs = {
  "aws:lambda/function:Function": {
    name: string;
    handler: string;
    memorySize: number;
    timeout: number;
    ephemeralStorage?: { size: number };
    environment?: { variables?: Record<string, string> };
  };
  "aws:lambda/functionUrl:FunctionUrl": { functionName: string; invokeMode?: "BUFFERED" | "RESPONSE_STREAM" };
  "aws:lambda/invocation:Invocation": { functionName: string; input: string };
  "aws:lambda/eventSourceMapping:EventSourceMapping": {
    eventSourceArn: string;
    functionName: string;
    batchSize?: number;
    maximumBatchingWindowInSeconds?: number;
    functionResponseTypes?: string[];
    enabled?: boolean;
    filterCriteria?: { filters?: { pattern: string }[] };
    scalingConfig?: { maximumConcurrency?: number };
  };
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": {
    functionName: string;
    maximumRetryAttempts?: number;
    maximumEventAgeInSeconds?: number;
    destinationConfig?: { onFailure?: { destination: string } };
  };
  "aws:sqs/queue:Queue": {
    name?: string;
    fifoQueue?: boolean;
    visibilityTimeoutSeconds?: number;
    delaySeconds?: number;
    messageRetentionSeconds?: number;
    receiveWaitTimeSeconds?: number;
    maxMessageSize?: number;
    redrivePolicy?: string;
  };
  "aws:cloudwatch/eventBus:EventBus": { name: string };
  "aws:cloudwatch/eventRule:EventRule": {
    name?: string;
    eventBusName?: string;
    eventPattern?: string;
    scheduleExpression?: string;
    state?: string;
  };
  "aws:cloudwatch/eventTarget:EventTarget": {
    rule: string;
    eventBusName?: string;
    arn: string;
    input?: string;
    inputPath?: string;
    inputTransformer?: { inputPaths?: Record<string, string>; inputTemplate: string };
    deadLetterConfig?: { arn?: string };
    retryPolicy?: RetryPolicy;
  };
  "aws:apigatewayv2/api:Api": { name: string; protocolType: string; routeSelectionExpression?: string };
  "aws:apigatewayv2/stage:Stage": { apiId: string; name: string };
  "aws:apigatewayv2/route:Route": { apiId: string; routeKey: string; target: string };
  "aws:apigatewayv2/integration:Integration": { apiId: string; integrationUri: string; payloadFormatVersion: string };
  "aws:cloudfront/distribution:Distribution": {
    defaultCacheBehavior: Behavior;
    orderedCacheBehaviors?: (Behavior & { pathPattern: string })[];
    origins: { originId: string; domainName: string; customHeaders?: { name: string; value: string }[] }[];
  };
  "aws:cloudfront/function:Function": { code: string };
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": HeadersPolicy;
  "aws:s3/bucket:Bucket": { bucket: string };
  "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": { bucket: string; corsRules: CorsRule[] };
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
    bucket: string;
    rules: { status: string; abortIncompleteMultipartUpload?: { daysAfterInitiation: number } }[];
  };
  "aws:s3/bucketNotification:BucketNotification": {
    bucket: string;
    lambdaFunctions?: (NotificationFilter & { lambdaFunctionArn: string })[];
    queues?: (NotificationFilter & { queueArn: string })[];
    topics?: unknown[];
    eventbridge?: boolean;
  };
  "aws:secretsmanager/secret:Secret": { name?: string };
  "aws:secretsmanager/secretVersion:SecretVersion": { secretId: string; secretString: string };
  "aws:scheduler/schedule:Schedule": {
    name: string;
    scheduleExpression: string;
    scheduleExpressionTimezone?: string;
    state?: string;
    target: { arn: string; input?: string; deadLetterConfig?: { arn?: string }; retryPolicy?: RetryPolicy };
  };
  "aws:sfn/stateMachine:StateMachine": { name?: string; definition: string };
  "aws:batch/jobQueue:JobQueue": { name?: string };
  "aws:batch/jobDefinition:JobDefinition": {
    name?: string;
    containerProperties: string;
    timeout?: { attemptDurationSeconds: number };
  };
  "aws:rds/cluster:Cluster": { databaseName: string; masterUsername: string; masterPassword: string };
};

type RetryPolicy = { maximumRetryAttempts?: number; maximumEventAgeInSeconds?: number };
type NotificationFilter = { id?: string; events: string[]; filterPrefix?: string; filterSuffix?: string };

export type Behavior = {
  allowedMethods: string[];
  targetOriginId: string;
  compress?: boolean;
  responseHeadersPolicyId?: string;
  functionAssociations?: { eventType: string; functionArn: string }[];
};

export type HeadersPolicy = {
  securityHeadersConfig?: {
    contentSecurityPolicy?: { contentSecurityPolicy: string; override: boolean };
    contentTypeOptions?: { override: boolean };
    frameOptions?: { frameOption: string; override: boolean };
    referrerPolicy?: { referrerPolicy: string; override: boolean };
    strictTransportSecurity?: {
      accessControlMaxAgeSec: number;
      includeSubdomains?: boolean;
      preload?: boolean;
      override: boolean;
    };
  };
  customHeadersConfig?: { items: { header: string; value: string; override: boolean }[] };
};

export type CorsRule = {
  allowedOrigins: string[];
  allowedMethods: string[];
  allowedHeaders?: string[];
  exposeHeaders?: string[];
  maxAgeSeconds?: number;
};
