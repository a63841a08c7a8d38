import type { Event } from "./types.ts";

const whole: Record<string, string> = {
  "access.given": "gave rights",
  "access.taken": "took rights back",
  "access.visibility_changed": "changed who can see it",
  "account.signed_in": "signed in",
  "account.signed_up": "made an account",
  "account.sign_in_refused": "was refused at sign-in",
  "account.sign_up_refused": "was refused at sign-up",
  "api_key.created": "made an API key",
  "api_key.rotated": "rotated an API key",
  "api_key.deleted": "deleted an API key",
  "file.downloaded": "downloaded a file",
  "file.previewed": "looked into a file",
  "group.member_added": "let somebody into a group",
  "group.member_removed": "took somebody out of a group",
  "group.join_requested": "asked to join a group",
  "group.request_approved": "let a request to join through",
  "group.request_rejected": "turned a request to join down",
  "group.request_withdrawn": "took a request to join back",
  "invitation.created": "invited somebody",
  "invitation.withdrawn": "withdrew an invitation",
  "run.requested": "asked for a run",
  "run.cancelled": "cancelled a run",
  "run.retried": "had a run tried again",
  "run.succeeded": "got the result of a run",
  "run.failed": "had a run that failed",
  "session.ended": "signed a browser out",
  "session.others_ended": "signed all other browsers out",
  "table.downloaded": "downloaded a table",
  "table.read": "read a table",
  "table.version_added": "added a version to a table",
  "upload.begun": "began an upload",
  "upload.given_up": "gave up an upload",
  "user.rights_changed": "changed somebody’s rights",
  "user.deactivated": "deactivated somebody",
  "user.reactivated": "let somebody in again",
};

const verbs: Record<string, string> = {
  created: "made",
  changed: "changed",
  trashed: "put into the trash:",
  restored: "took out of the trash:",
};

/** What somebody did, after their name. A type that came after this list was written still reads as something. */
export function eventWords({ type, parameters }: Event): string {
  const known = whole[type];
  const detail = detailOf(parameters);
  if (known) return detail ? `${known} (${detail})` : known;
  const [kind = "", what = ""] = type.split(".");
  const verb = verbs[what] ?? what.replaceAll("_", " ");
  const fields = Array.isArray(parameters.fields) ? ` (${parameters.fields.join(", ")})` : "";
  return `${verb} ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind.replaceAll("_", " ")}${fields}`;
}

function detailOf({ bundle, visibility, role }: Record<string, unknown>): string {
  return [bundle, visibility, role].filter((value) => typeof value === "string").join(", ");
}
