/** A time as the wall clock of some zone shows it; months from 1. */
export type Local = { year: number; month: number; day: number; hour: number; minute: number; second: number };

export type Zone = {
  localOf(at: number): Local /** Undefined when that time is skipped by daylight saving. */;
  instantOf(local: Local): number | undefined;
};

const DAY_MS = 86_400_000;

export function zoneNamed(name: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });

  function localOf(at: number): Local {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return { year, month, day, hour, minute, second };
  }

  return {
    localOf,
    instantOf(local) {
      const wanted = asUtc(local);
      // The zone's offset is one of those of the day before and the day after; a time that occurs twice is its first.
      const offsets = [wanted - DAY_MS, wanted + DAY_MS].map((at) => asUtc(localOf(at)) - at);
      const found = offsets.map((offset) => wanted - offset).filter((at) => asUtc(localOf(at)) === wanted);
      return found.length > 0 ? Math.min(...found) : undefined;
    },
  };
}

const asUtc = ({ year, month, day, hour, minute, second }: Local) =>
  Date.UTC(year, month - 1, day, hour, minute, second);
