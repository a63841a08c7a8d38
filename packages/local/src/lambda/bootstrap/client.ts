import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";

export type Job = { id: string; arn: string; deadline: number; event: unknown };

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** Opens a request below the Runtime API of this process. */
export function open(method: string, path: string, headers: Record<string, string> = {}): ClientRequest {
  const address = process.env.AWS_LAMBDA_RUNTIME_API ?? "";
  return request(`http://${address}/2018-06-01/runtime/${path}`, { method, agent, headers });
}

/** Waits for work; undefined when there will be none any more. */
export async function nextJob(): Promise<Job | undefined> {
  const { status, headers, body } = await exchange(open("GET", "invocation/next"));
  if (status !== 200) return undefined;
  return {
    id: String(headers["lambda-runtime-aws-request-id"]),
    arn: String(headers["lambda-runtime-invoked-function-arn"]),
    deadline: Number(headers["lambda-runtime-deadline-ms"]),
    event: JSON.parse(body),
  };
}

export async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<void> {
  const call = open("POST", path, {
    ...headers,
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
  });
  await exchange(call, body);
}

function exchange(call: ClientRequest, body?: string) {
  return new Promise<{ status: number; headers: IncomingMessage["headers"]; body: string }>((resolve, reject) => {
    call.once("error", reject);
    call.once("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.once("error", reject);
      response.once("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    call.end(body);
  });
}
