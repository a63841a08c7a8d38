/** 931.398 → ["15:31", ".398"]; hours only where there are some. */
export function clock(seconds: number): [string, string] {
  const whole = Math.floor(seconds + 1e-6);
  const pad = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const text = `${hours > 0 ? `${hours}:` : ""}${hours > 0 ? pad(Math.floor(whole / 60) % 60) : Math.floor(whole / 60)}:${pad(whole % 60)}`;
  const thousandths = Math.min(999, Math.max(0, Math.floor((seconds + 1e-6 - whole) * 1000)));
  return [text, `.${String(thousandths).padStart(3, "0")}`];
}

/** What somebody writes to go somewhere: "1:02:03.5" or "15:31" is a time in seconds, "#120" or "120" a frame. */
export function parsePlace(text: string): { frame: number } | { seconds: number } | undefined {
  const plain = text.trim().replace(/^#/, "");
  if (/^\d+$/.test(plain)) return { frame: Number(plain) };
  if (!/^\d+(:\d{1,2}){0,2}(\.\d+)?$/.test(plain)) return undefined;
  return { seconds: plain.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) };
}
