import { SFNClient } from "@aws-sdk/client-sfn";

export {
  DescribeExecutionCommand,
  RedriveExecutionCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";

export const client = new SFNClient({ maxAttempts: 4, requestHandler: { connectionTimeout: 3_000 } });
