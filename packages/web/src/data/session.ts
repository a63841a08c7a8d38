import { createContext, useContext } from "solid-js";
import { client } from "./client.ts";
import type { Me } from "./types.ts";

/** Who is signed in; given by the shell, so every page below it may count on it. */
export const SessionContext = createContext<() => Me>();

/** Whether anybody is signed in. What is public, and what a share link opens, is also read by who is not. */
export const useSignedIn = (): boolean => useContext(SessionContext) !== undefined;

export function useMe(): () => Me {
  const me = useContext(SessionContext);
  if (!me) throw new Error("useMe outside the signed-in shell");
  return me;
}

/** Only paths of this site: a return address from elsewhere would be a way to send people away after sign-in. */
export const safeReturn = (path: unknown) =>
  typeof path === "string" && /^\/(?![/\\])/.test(path) && !/^\/(sign-|forgot-|reset-|verify-|second-)/.test(path)
    ? path
    : "/";

export const signInPath = (here: string) => (here === "/" ? "/sign-in" : `/sign-in?return=${encodeURIComponent(here)}`);

/** Where a sign-in is finished that waits for a second proof. */
export const secondFactorPath = (here: string) => signInPath(here).replace("/sign-in", "/second-factor");

/** As the API has it. */
export const SHORTEST_PASSWORD = 10;

/** Everything another person could have left in memory goes. */
export function forgetEverything() {
  client.clear();
}
