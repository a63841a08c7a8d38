const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 60 * 60;

/**
 * How long to wait after a failed attempt (1 is the first): twice as long each time, up to an hour. Half of it is
 * chance, so that what failed together is not tried again together.
 */
export function backoffSeconds(attempt: number, random: () => number = Math.random): number {
  const whole = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (attempt - 1));
  return whole / 2 + (whole / 2) * random();
}
