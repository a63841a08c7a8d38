import * as Config from "../config/index.ts";
import { Outbound } from "../outbound/index.ts";

const rule = (): Outbound.Rule => ({ domain: "webhook", what: "Webhooks do not go to", hosts: Config.webhookHosts() });

/** What a webhook's address must be before anybody is asked where it is. */
export const checked = (text: string): URL => Outbound.checked(text, rule());

export const resolve = (text: string): Promise<Outbound.Target> => Outbound.resolve(text, rule());
