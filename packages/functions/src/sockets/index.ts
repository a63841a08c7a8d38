import { Actor } from "@atrium/core/actor";
import { AppError } from "@atrium/core/error";
import { log, withLogFields } from "@atrium/core/log";
import { Socket } from "@atrium/core/socket";
import { z } from "zod";

const Event = z.object({
  requestContext: z.object({ connectionId: z.string(), eventType: z.enum(["CONNECT", "MESSAGE", "DISCONNECT"]) }),
  queryStringParameters: z.object({ ticket: z.string().optional() }).optional(),
  body: z.string().optional(),
});

const EntityIDs = z.array(z.string().max(64)).min(1).max(100);
const Message = z.discriminatedUnion("action", [
  z.object({ action: z.literal("ping") }),
  z.object({ action: z.literal("subscribe"), entityIds: EntityIDs }),
  z.object({ action: z.literal("unsubscribe"), entityIds: EntityIDs }),
]);
type Message = z.infer<typeof Message>;

type Answer = { statusCode: number };

/** What API Gateway asks of a WebSocket: to let it in, what it says, and that it left. */
export function handler(event: unknown): Promise<Answer> {
  const { requestContext, queryStringParameters, body } = Event.parse(event);
  const { connectionId: id, eventType } = requestContext;
  return withLogFields({ socket: id }, () =>
    Actor.as({ type: "system", reason: "sockets" }, async () => {
      if (eventType === "CONNECT") return connect(id, queryStringParameters?.ticket ?? "");
      if (eventType === "DISCONNECT") await Socket.disconnect(id);
      else await answer(id, body ?? "");
      return { statusCode: 200 };
    }),
  );
}

async function connect(id: string, ticket: string): Promise<Answer> {
  try {
    await Socket.connect(id, ticket);
    return { statusCode: 200 };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.info("a socket was refused", { code: error.code });
    return { statusCode: error.kind === "auth" ? 401 : 503 };
  }
}

async function answer(id: string, body: string): Promise<void> {
  const said = Message.safeParse(parsed(body));
  const reply = said.success
    ? await act(id, said.data).catch(refusal)
    : { type: "error", code: "socket.bad_message", message: "Send an action: ping, subscribe or unsubscribe." };
  await Socket.say(id, reply);
}

async function act(id: string, message: Message): Promise<object> {
  if (message.action === "ping") {
    await Socket.ping(id);
    return { type: "pong" };
  }
  const asked = { id, entityIDs: message.entityIds };
  if (message.action === "subscribe") return { type: "subscribed", entityIds: await Socket.subscribe(asked) };
  await Socket.unsubscribe(asked);
  return { type: "unsubscribed", entityIds: message.entityIds };
}

function refusal(error: unknown): object {
  if (!(error instanceof AppError)) throw error;
  return { type: "error", code: error.code, message: error.message };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused as any other message that says nothing
  }
}
