import { SQSClient } from "@aws-sdk/client-sqs";

export { SendMessageCommand } from "@aws-sdk/client-sqs";

export const client = new SQSClient({ maxAttempts: 3, requestHandler: { connectionTimeout: 1_000 } });
