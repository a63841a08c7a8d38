const TIMEOUT_MS = 5_000;
const limit = () => ({ abortSignal: AbortSignal.timeout(TIMEOUT_MS) });
/** Loaded with the first call, as the other services are. */
const sdk = () => import("./sdk.ts");

/** Sends a message to one client; "gone" when there is none of that id any more. */
export async function say(id: string, message: object): Promise<"said" | "gone"> {
  const { client, PostToConnectionCommand } = await sdk();
  return unlessGone(
    client().send(new PostToConnectionCommand({ ConnectionId: id, Data: JSON.stringify(message) }), limit()),
  );
}

export async function close(id: string): Promise<"said" | "gone"> {
  const { client, DeleteConnectionCommand } = await sdk();
  return unlessGone(client().send(new DeleteConnectionCommand({ ConnectionId: id }), limit()));
}

async function unlessGone(call: Promise<unknown>): Promise<"said" | "gone"> {
  try {
    await call;
    return "said";
  } catch (error) {
    if (error instanceof Error && error.name === "GoneException") return "gone";
    throw error;
  }
}
