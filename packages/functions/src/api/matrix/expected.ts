import type { Call } from "./calls.ts";
import type { Route } from "./routes.ts";
import type { Role } from "./world.ts";

// Only for tests.

/** What the declared policy says this role gets. `allowed` stands for whatever the route answers to who may. */
export function expected({ policy }: Route, role: Role, call: Call): number {
  const allowed = call.allowed ?? 200;
  if (call.unasked) return allowed;
  if (role.refused === "auth.invalid_key") return 401;
  if (policy?.actor === "job") return 401;
  if (policy?.actor === "anyone" && policy.right === undefined) return allowed;
  if (policy?.actor !== "anyone" && role.signedOut) return 401;
  if (policy?.actor === "administrator") return role.admin ? allowed : 403;
  if (call.seeing && role.rights.length === 0) return 404;
  if (role.readOnly && call.readOnly) return call.readOnly;
  if (policy?.right === undefined || policy.on === undefined) return allowed;
  if (policy.on === "group") return ofGroup(policy.right, role, call, allowed);
  // What is begun is the beginner's own; to anybody else it is not there.
  if (policy.on === "upload" && !role.owner) return 404;
  if (!role.rights.some((right) => right === "see") || (call.trashed && role.cookie)) return 404;
  return role.rights.some((right) => right === policy.right) ? allowed : 403;
}

function ofGroup(right: string, role: Role, call: Call, allowed: number): number {
  if (!role.group) return 404;
  if (right === "see" || right === "member") return allowed;
  if (role.group === "admin") return role.readOnly ? 403 : allowed;
  return call.hidden ? 404 : 403;
}
