/** A fraction, as video counts time: exact where a decimal would not be. */
export type Rational = { num: number; den: number };

/** `30000/1001`; undefined for what is none, or none above zero. */
export function parseRational(text: string | undefined): Rational | undefined {
  const [, num, den = "1"] = /^(\d+)(?:[/:](\d+))?$/.exec(text ?? "") ?? [];
  if (!num || Number(num) === 0 || Number(den) === 0) return undefined;
  return reduced({ num: Number(num), den: Number(den) });
}

export function reduced({ num, den }: Rational): Rational {
  const divisor = gcd(num, den);
  return { num: num / divisor, den: den / divisor };
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

export const decimalOf = ({ num, den }: Rational): number => num / den;
