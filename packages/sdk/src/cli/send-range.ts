import { type ClientRequest, Agent as HttpAgent, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { chunksOf, sizeOf } from "../body.ts";
import type { PartAnswer, SendPart } from "../send-part.ts";

const agents = { "http:": new HttpAgent({ keepAlive: true }), "https:": new HttpsAgent({ keepAlive: true }) };

/** Sends chunk after chunk as the socket takes them; fetch would hold the whole part, twice. */
export const sendRange: SendPart = async ({ url, body, signal, onSent }) => {
  const secure = new URL(url).protocol === "https:";
  const options = { method: "PUT", headers: { "content-length": sizeOf(body) }, signal };
  const request = secure
    ? requestHttps(url, { ...options, agent: agents["https:"] })
    : requestHttp(url, { ...options, agent: agents["http:"] });
  const answer = answerTo(request);
  // A storage that refuses early answers before it has everything, and then what we still write must fail quietly.
  const write = writeAll(request, chunksOf(body), onSent);
  try {
    const [result] = await Promise.all([answer, Promise.race([write, answer])]);
    return result;
  } finally {
    if (!request.writableEnded) request.destroy();
  }
};

function answerTo(request: ClientRequest): Promise<PartAnswer> {
  return new Promise((resolve, reject) => {
    request.once("error", reject);
    request.once("response", (response) => {
      const etag = response.headers.etag ?? null;
      response.once("end", () => resolve({ status: response.statusCode ?? 0, etag }));
      response.once("error", reject);
      response.resume();
    });
  });
}

async function writeAll(request: ClientRequest, chunks: AsyncIterable<Uint8Array>, onSent: (bytes: number) => void) {
  let sent = 0;
  for await (const chunk of chunks) {
    // The chunk's memory is used again once the socket has it.
    const error = await new Promise<Error | null | undefined>((resolve) => request.write(chunk, resolve));
    if (error) return;
    sent += chunk.length;
    onSent(sent);
  }
  request.end();
}
