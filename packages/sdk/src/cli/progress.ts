import type { IO } from "./io.ts";

const BAR = 24;
const REDRAW_MS = 80;
/** Into a log, a line now and then; what is done sooner needs none. */
const LINE_MS = 5_000;

export type Progress = { update(fraction: number | null, text: string): void; end(): void };

/** On stderr: one line that redraws itself in a terminal, a plain line every few seconds elsewhere. */
export function createProgress(io: IO, label: string, quiet: boolean, now: () => number = Date.now): Progress {
  if (quiet) return { update: () => undefined, end: () => undefined };
  return io.stderr.isTTY ? createBar(io.stderr, label, now) : createLines(io.stderr, label, now);
}

const percent = (fraction: number) => `${String(Math.floor(fraction * 100)).padStart(3)}%`;

function createBar(out: IO["stderr"], label: string, now: () => number): Progress {
  let drawn = 0;
  let pending = "";
  const draw = () => {
    drawn = now();
    out.write(`\r\u001b[K${pending.slice(0, (out.columns ?? 80) - 1)}`);
  };
  return {
    update(fraction, text) {
      const filled = Math.round((fraction ?? 0) * BAR);
      const share = fraction === null ? "" : ` ${percent(fraction)}`;
      pending = `${label} ${"█".repeat(filled)}${"░".repeat(BAR - filled)}${share} ${text}`;
      if (now() - drawn >= REDRAW_MS) draw();
    },
    end() {
      draw();
      out.write("\n");
    },
  };
}

function createLines(out: IO["stderr"], label: string, now: () => number): Progress {
  let said = now();
  return {
    update(fraction, text) {
      if (now() - said < LINE_MS) return;
      said = now();
      out.write(`${label}${fraction === null ? "" : ` ${percent(fraction)}`} ${text}\n`);
    },
    end: () => undefined,
  };
}

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];

export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`;
}

export function formatSeconds(seconds: number | null): string {
  if (seconds === null) return "";
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

export const formatTransfer = (now: { bytes: number; bytesPerSecond: number; secondsLeft: number | null }) =>
  now.bytesPerSecond > 0
    ? `${formatBytes(now.bytes)} ${formatBytes(now.bytesPerSecond)}/s ${formatSeconds(now.secondsLeft)}`
    : formatBytes(now.bytes);
