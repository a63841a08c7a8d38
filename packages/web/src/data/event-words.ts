import type { Event } from "./types.ts";

const whole: Record<string, string> = {
  "access.given": "gave rights",
  "access.taken": "took rights back",
  "access.ended": "saw given rights end",
  "access.requested": "asked for access",
  "access.request_approved": "gave the access that was asked for",
  "access.request_rejected": "turned a request for access down",
  "access.request_withdrawn": "took a request for access back",
  "access.offer_changed": "changed what people who want access are asked",
  "access.offer_removed": "asks people who want access nothing more",
  "share_link.created": "made a link that opens it",
  "share_link.revoked": "revoked a link",
  "share_link.restored": "had a revoked link work again",
  "share_link.opened": "opened a link",
  "namespace.renamed": "changed an address",
  "project.address_changed": "changed the address of a project",
  "project.copied": "made a project by copying",
  "project.moved": "moved a project",
  "file.moved": "moved a file",
  "table.moved": "moved a table",
  "access.visibility_changed": "changed who can see it",
  "account.signed_in": "signed in",
  "account.signed_up": "made an account",
  "account.sign_in_refused": "was refused at sign-in",
  "account.sign_up_refused": "was refused at sign-up",
  "account.address_verified": "confirmed their address",
  "account.linked": "linked another way to sign in",
  "account.unlinked": "unlinked a way to sign in",
  "account.locked": "had an account locked for a while after wrong passwords",
  "account.password_reset": "chose a new password by e-mail",
  "account.reset_requested": "asked for a new password",
  "announcement.made": "announced something",
  "announcement.changed": "changed an announcement",
  "announcement.removed": "took an announcement back",
  "api_key.created": "made an API key",
  "api_key.rotated": "rotated an API key",
  "api_key.deleted": "deleted an API key",
  "deployment.settings_changed": "changed settings of the deployment",
  "attribute_type.created": "added an attribute",
  "attribute_type.changed": "changed an attribute",
  "attribute_type.deleted": "deleted an attribute",
  "attribute_type.restored": "brought an attribute back",
  "comment.posted": "commented",
  "comment.edited": "edited a comment",
  "comment.deleted": "deleted a comment",
  "comment.restored": "brought a comment back",
  "delivery.replayed": "had messages tried again",
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
  "notification.preferences_changed": "chose what to hear of",
  "run.requested": "asked for a run",
  "run.cancelled": "cancelled a run",
  "run.retried": "had a run tried again",
  "saved_search.created": "saved a search",
  "saved_search.changed": "changed a saved search",
  "saved_search.deleted": "deleted a saved search",
  "saved_search.restored": "brought a saved search back",
  "run.redriven": "had a run continued from the step that failed",
  "run.succeeded": "finished a run",
  "run.failed": "had a run that failed",
  "session.ended": "signed a browser out",
  "session.others_ended": "signed all other browsers out",
  "table.downloaded": "downloaded a table",
  "table.read": "read a table",
  "table.version_added": "added a version to a table",
  "upload.begun": "began an upload",
  "upload.given_up": "gave up an upload",
  "webhook.created": "made a webhook",
  "webhook.changed": "changed a webhook",
  "webhook.deleted": "deleted a webhook",
  "webhook.restored": "brought a webhook back",
  "webhook.rotated": "gave a webhook another secret",
  "webhook.replayed": "had an event sent again",
  "user.rights_changed": "changed somebody’s rights",
  "user.service_made": "made a service user",
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
