const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?\s*(?:Z|[+-]\d\d:?\d\d)?$/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?Z?$/;
const ZONE = /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*(?:\([^)]*\))?$/i;
/** Words that stand in dates. Anything else with letters is prose that happens to hold a number. */
const WORDS =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|am|pm|t|z|gmt|utc|st|nd|rd|th|of|at)$/i;

/** A moment written in any usual way, in UTC where no zone is named; undefined when it is none. Months come before days in `3/4/2024`. */
export function parseDate(text: string): Date | undefined {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > 100 || !/\d/.test(trimmed)) return undefined;
  const compact = COMPACT.exec(trimmed);
  if (compact) return compactDate(compact);
  if (ISO.test(trimmed)) return valid(isoText(trimmed));
  const words = trimmed.match(/\p{L}+/gu) ?? [];
  if (!words.every((word) => WORDS.test(word))) return undefined;
  if (/[^\p{L}\p{N}\s:,./+()-]/u.test(trimmed)) return undefined;
  const plain = trimmed.replace(/(\d)(?:st|nd|rd|th)\b/gi, "$1").replace(/\b(?:of|at)\b/gi, " ");
  const spaced = plain
    .replace(/(\d)\s*(am|pm)\b/gi, "$1 $2")
    .replace(/\./g, (dot, at: number) => dotOf(plain, dot, at));
  return valid(ZONE.test(spaced) ? spaced : `${spaced} UTC`);
}

/** `2024-05-01 10:00` → `2024-05-01T10:00Z`; a comma before the fraction is ISO's too. */
function isoText(text: string): string {
  const [, date = "", rest = ""] = /^(\d{4}-\d\d-\d\d)[T ]?(.*)$/i.exec(text) ?? [];
  if (rest.trim() === "") return `${date}T00:00:00Z`;
  const time = rest.replace(",", ".").replace(/\s+/g, "").replace(/z$/i, "Z");
  if (/^(?:Z|[+-]\d\d:?\d\d)$/.test(time)) return `${date}T00:00:00${colon(time)}`;
  return `${date}T${/(?:Z|[+-]\d\d:?\d\d)$/.test(time) ? colon(time) : `${time}Z`}`;
}

const colon = (time: string): string => time.replace(/([+-]\d\d)(\d\d)$/, "$1:$2");

/** In `01.05.2024` dots part a date, in `10:00:00.5` a fraction. */
const dotOf = (text: string, dot: string, at: number): string => (/:\d\d$/.test(text.slice(0, at)) ? dot : "/");

function compactDate([, year, month, day, hour = "00", minute = "00", second = "00"]: RegExpExecArray) {
  return valid(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function valid(text: string): Date | undefined {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return undefined;
  // V8 takes the thirty-first of any month for the first of the next.
  const [, day] = /^\d{4}-\d\d-(\d\d)/.exec(text) ?? [];
  if (day !== undefined && /Z$/.test(text) && date.getUTCDate() !== Number(day)) return undefined;
  return date;
}
