import type { MailMode } from "./notification.table.ts";

export type Preference = { inApp: boolean; mail: MailMode };

/** What a text is made of: people and things by the names that the reader may know. */
export type Facts = { actor: string; entity: string; parameters: Record<string, string | number> };

type Type = {
  /** What it is called where people choose what they hear of. */
  label: string;
  preference: Preference;
  text: (facts: Facts) => string;
};

const shown = { inApp: true, mail: "off" } as const;
const mailed = { inApp: true, mail: "now" } as const;

/** Everything that people are told of, with what they hear unless they chose otherwise. */
export const types = {
  "access.requested": {
    label: "Somebody asks for access to what you manage",
    preference: mailed,
    text: ({ actor, entity }) => `${actor} asks for access to ${entity}`,
  },
  "access.decided": {
    label: "Your request for access was decided",
    preference: mailed,
    text: ({ actor, entity, parameters: { decision, state } }) =>
      `${actor} decided on your request for ${entity}: ${decision ?? state ?? "see what they said"}`,
  },
  "access.given": {
    label: "Something was shared with you",
    preference: shown,
    text: ({ actor, entity, parameters: { bundle } }) =>
      `${actor} shared ${entity} with you${bundle === undefined ? "" : ` as ${bundle}`}`,
  },
  "access.ending": {
    label: "Access that you gave ends soon",
    preference: mailed,
    text: ({ entity, parameters: { principal, days } }) =>
      `The access of ${principal ?? "somebody"} to ${entity} ends in ${days ?? "a few"} days: prolong it, or let it end`,
  },
  "group.join_requested": {
    label: "Somebody asks to join a group you lead",
    preference: mailed,
    text: ({ actor, parameters: { group } }) => `${actor} asks to join ${group ?? "your group"}`,
  },
  "group.request_decided": {
    label: "Your request to join a group was decided",
    preference: mailed,
    text: ({ actor, parameters: { group, state } }) => `${actor} ${state ?? "decided"} your request to join ${group}`,
  },
  "comment.mentioned": {
    label: "Somebody mentions you in a comment",
    preference: mailed,
    text: ({ actor, entity }) => `${actor} mentioned you in a comment on ${entity}`,
  },
  "comment.replied": {
    label: "Somebody replies to a comment of yours",
    preference: shown,
    text: ({ actor, entity }) => `${actor} replied to your comment on ${entity}`,
  },
  "comment.posted": {
    label: "Somebody comments on what you made",
    preference: shown,
    text: ({ actor, entity }) => `${actor} commented on ${entity}`,
  },
  "run.failed": {
    label: "A run you started failed",
    preference: shown,
    text: ({ entity }) => `Your run for ${entity} failed`,
  },
  "run.succeeded": {
    label: "A run you started finished",
    preference: { inApp: false, mail: "off" },
    text: ({ entity }) => `Your run for ${entity} finished`,
  },
} satisfies Record<string, Type>;

const known: Record<string, Type> = types;

/** What a person hears of a type that they chose nothing for. */
export const preferenceOf = (type: string): Preference =>
  Object.hasOwn(known, type) ? (known[type]?.preference ?? shown) : shown;

/** One sentence, for the list and for the subject of a mail. */
export const textOf = (type: string, facts: Facts): string =>
  (Object.hasOwn(known, type) ? known[type]?.text(facts) : undefined) ?? `${facts.actor}: ${facts.entity}`;
