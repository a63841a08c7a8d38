import { createEffect, onCleanup } from "solid-js";
import { api } from "./api.ts";
import { client } from "./client.ts";
import { parseMessage, staleBy } from "./live-message.ts";
import { noteClosed, noteFollowed, noteLeft, setLive } from "./live-state.ts";
import { createPacer } from "./pace.ts";

/** API Gateway closes what is silent for ten minutes. */
const PING_MS = 4 * 60_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A run reports many times a second; nobody reads that fast. */
const AT_MOST_EVERY_MS = 700;

/** How many parts of the open pages want to hear of an entity. */
const wanted = new Map<string, number>();
let socket: WebSocket | undefined;

const say = (message: object) => {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
};

/** Keeps one socket open while somebody is signed in. Where none can be, the pages go on asking by themselves. */
export function stayLive(): void {
  let failures = 0;
  let ended = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const ping = setInterval(() => say({ action: "ping" }), PING_MS);
  const refresh = createPacer(
    AT_MOST_EVERY_MS,
    (key: string) => void client.invalidateQueries({ queryKey: JSON.parse(key) as string[] }),
  );

  const retry = () => {
    noteClosed();
    if (ended) return;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
    again = setTimeout(() => void open(), wait * (0.5 + Math.random() / 2));
  };

  async function open() {
    try {
      const { url, ticket } = await api.sockets.open();
      if (ended) return;
      const mine = new WebSocket(`${url}?ticket=${encodeURIComponent(ticket)}`);
      socket = mine;
      mine.onopen = () => {
        failures = 0;
        setLive(true);
        if (wanted.size > 0) say({ action: "subscribe", entityIds: [...wanted.keys()] });
        // What was said while nobody listened.
        void client.invalidateQueries({ queryKey: ["notifications"] });
      };
      mine.onmessage = ({ data }) => hear(String(data));
      mine.onclose = retry;
    } catch {
      retry(); // the pages poll meanwhile, and say themselves when the server cannot be reached
    }
  }

  function hear(text: string) {
    const message = parseMessage(text);
    if (!message) return;
    if (message.type === "subscribed") noteFollowed(message.entityIds);
    if (message.type === "unsubscribed") noteLeft(message.entityIds);
    for (const key of staleBy(message)) refresh(JSON.stringify(key));
  }

  void open();
  onCleanup(() => {
    ended = true;
    clearTimeout(again);
    clearInterval(ping);
    socket?.close();
    noteClosed();
  });
}

/** Hears of these entities for as long as the page shows them. */
export function useFollow(entities: () => (string | null | undefined)[]): void {
  createEffect(() => {
    const ids = [...new Set(entities().filter((id) => typeof id === "string"))];
    const fresh = ids.filter((id) => !wanted.has(id));
    for (const id of ids) wanted.set(id, (wanted.get(id) ?? 0) + 1);
    if (fresh.length > 0) say({ action: "subscribe", entityIds: fresh });
    onCleanup(() => {
      for (const id of ids) wanted.set(id, (wanted.get(id) ?? 1) - 1);
      const left = ids.filter((id) => wanted.get(id) === 0);
      for (const id of left) wanted.delete(id);
      if (left.length > 0) say({ action: "unsubscribe", entityIds: left });
    });
  });
}
