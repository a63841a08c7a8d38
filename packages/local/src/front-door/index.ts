export { behaviorsOf, functionsBehind } from "./distribution.ts";
export { isLoopback } from "./hosts.ts";
export { type FrontDoor, startFrontDoor } from "./server.ts";
export { loadSite } from "./site.ts";
