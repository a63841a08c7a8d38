export { create, remove, restore, update } from "./change.ts";
export * as Group from "./index.ts";
export { get, list } from "./info.ts";
export { addMember, findMember, listMembers, removeMember } from "./member.ts";
export { Principal, principals } from "./principal.ts";
export { ask, decide, findRequest, listRequests, withdraw } from "./request.ts";
export { Add, Ask, Create, Info, Member, Patch, Request, RequestState, Role } from "./schema.ts";
