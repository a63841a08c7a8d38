import { createContext } from "../context/index.ts";
import { AppError } from "../error/index.ts";

export * as Actor from "./index.ts";

/** Who acts. `run` is a job working for the person who asked for the run, limited to what the run needs. */
export type Actor =
  | { type: "public"; links?: Links; awaiting?: Awaiting }
  | {
      type: "user";
      userID: string;
      admin: boolean;
      mayExecute: boolean;
      sessionID?: string;
      key?: ApiKeyRef;
      links?: Links;
    }
  | RunActor
  | { type: "system"; reason: string };

/** A sign-in that is not finished: whose, in which session, and what is missing. */
export type Awaiting = { userID: string; sessionID: string; what: "code" | "enrolment" };

type RunActor = {
  type: "run";
  runID: string;
  attempt: number;
  userID: string;
  /** All that it may read, where it is somebody's code and not a step of the program. */
  tables?: JobTables;
  /** Which of the jobs of its run it is, where there are several beside each other. */
  part?: number;
};
/** By id: the one version, and the columns, null for all. */
export type JobTables = Record<string, { version: number; columns: string[] | null }>;
export type JobActor = RunActor & { tables: JobTables; part: number };

/** Ids of the share links somebody opened in this browser. What each still gives is asked anew every time. */
export type Links = readonly string[];

/** With `projectID` it reaches that project and what lies in it, nothing else. */
export type ApiKeyRef = { id: string; scopes: readonly string[]; projectID?: string };

const actor = createContext<Actor>("actor");

export const as = <T>(who: Actor, run: () => T): T => actor.provide(who, run);

/** The actor, `public` where nobody signed in. */
export const current = (): Actor => actor.peek() ?? { type: "public" };

export function user(): Extract<Actor, { type: "user" }> {
  const who = current();
  if (who.type !== "user") throw nobody(who);
  return who;
}

const nobody = (who: Actor): AppError =>
  who.type === "public" && who.awaiting
    ? new AppError(
        "auth",
        "auth.second_factor_required",
        who.awaiting.what === "code"
          ? "Your sign-in is not finished: enter the code of your second factor."
          : "Your sign-in is not finished: a second factor is required here, so set one up.",
      )
    : new AppError("auth", "auth.required", "Sign in or send an API key.");

/** The code that acts, with the token it was given. */
export function job(): JobActor {
  const who = current();
  if (who.type === "run" && who.tables) return { ...who, tables: who.tables, part: who.part ?? 0 };
  throw new AppError("auth", "auth.job_only", "Only a job that is under way may do this, with the token it was given.");
}

/** Somebody who administers the deployment; a key of theirs only with the scope for it. */
export function administrator(): Extract<Actor, { type: "user" }> {
  const who = user();
  if (who.admin) return who;
  throw new AppError("forbidden", "auth.administrators_only", "Only an administrator may do this.");
}

/** The person on whose behalf something is done, also inside their run. */
export function userID(): string {
  const who = current();
  if (who.type === "user" || who.type === "run") return who.userID;
  throw nobody(who);
}

/** The same person where there may be none: null of the public and of the program itself. */
export function userIDOrNone(): string | null {
  const who = current();
  return who.type === "user" || who.type === "run" ? who.userID : null;
}
