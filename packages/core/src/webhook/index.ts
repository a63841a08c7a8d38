export { deliver } from "./deliver.ts";
export * as Webhook from "./index.ts";
export { Delivery, list as deliveries, replay, sweep } from "./log.ts";
export { Create, create, get, Info, list, Patch, remove, restore, rotate, update } from "./webhook.ts";
