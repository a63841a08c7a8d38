export { ask, withdraw } from "./ask.ts";
export { decide } from "./decide.ts";
export * as AccessRequest from "./index.ts";
export { getOffer, putOffer, removeOffer } from "./offer.ts";
export { getRequest, ListRequests, listRequests } from "./read.ts";
export { Ask, Decide, Offer, PutOffer, Request, State } from "./schema.ts";
export { sweep } from "./sweep.ts";
