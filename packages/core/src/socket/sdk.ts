import { ApiGatewayManagementApiClient } from "@aws-sdk/client-apigatewaymanagementapi";
import * as Config from "../config/index.ts";

export { DeleteConnectionCommand, PostToConnectionCommand } from "@aws-sdk/client-apigatewaymanagementapi";

let made: ApiGatewayManagementApiClient | undefined;

/** Made with the first call: only functions that speak to sockets know where they are. */
export function client(): ApiGatewayManagementApiClient {
  made ??= new ApiGatewayManagementApiClient({
    endpoint: Config.socketsEndpoint(),
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 2_000 },
  });
  return made;
}
