import * as Config from "../config/index.ts";
import { Outbox } from "../outbox/index.ts";
import { fn } from "../util/index.ts";
import { Message } from "./message.ts";

export * as Mail from "./index.ts";
export { Message } from "./message.ts";

/** Whether this deployment sends mail at all. Without a sender nothing waits for an address to be proven. */
export const isOn = (): boolean => Config.mailFrom() !== undefined;

/** Never delivered anywhere, by RFC 2606: what services have for an address. */
const NOWHERE = /\.invalid$/i;

/** Leaves a message in the outbox: it goes out after the commit, or not at all. Where no mail is sent, nothing happens. */
export const send = fn(Message, async (message): Promise<void> => {
  if (isOn() && !NOWHERE.test(message.to)) await Outbox.put("mail", message);
});
