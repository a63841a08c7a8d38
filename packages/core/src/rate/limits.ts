/** Whom a limit is for: a person however they come, one API key, an address that nobody signed in from, or the reports of a job. */
export type Subject = "user" | "key" | "address" | "job";
/** So many requests a second for ever, and so many at once after a while of silence. */
export type Limit = { perSecond: number; burst: number };
export type Limits = Partial<Record<Subject, Limit>>;

/** What a job may say of itself is no setting: its runner keeps to four reports a second, and whatever else has its token has to as well. */
export const JOB: Limit = { perSecond: 4, burst: 20 };

const ONE = /^(user|key|address)=(\d+)\/(\d+)$/;

/** `user=200/6000 key=100/3000 address=20/1000`; who is not named has no limit. */
export function parseLimits(text: string): Limits {
  const words = text.split(/\s+/).filter((word) => word !== "");
  return Object.fromEntries(
    words.map((word) => {
      const [, subject, perSecond, burst] = ONE.exec(word) ?? [];
      if (subject === undefined || Number(perSecond) < 1 || Number(burst) < 1)
        throw new Error(`RATE_LIMITS: ${JSON.stringify(word)} is no limit such as key=100/3000`);
      return [subject, { perSecond: Number(perSecond), burst: Number(burst) }];
    }),
  );
}
