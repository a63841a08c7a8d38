export { deliver } from "./deliver.ts";
export { close, say } from "./gateway.ts";
export * as Socket from "./index.ts";
export { disconnect, ping, subscribe, unsubscribe } from "./subscribe.ts";
export { sweep } from "./sweep.ts";
export { connect, Ticket, ticket } from "./ticket.ts";
