import type { IO } from "./io.ts";

const BAR = 24;
const PAUSE_MS = 80;

export type Progress = { update(fraction: number | null, text: string): void; end(): void };

/** One line that redraws itself; where nobody watches (no terminal, `--json`) nothing at all. */
export function createProgress(io: IO, label: string, quiet: boolean): Progress {
  const out = io.stderr;
  if (quiet || !out.isTTY) return { update: () => undefined, end: () => undefined };
  let drawn = 0;
  let pending = "";
  const draw = () => {
    drawn = Date.now();
    out.write(`\r\u001b[K${pending.slice(0, (out.columns ?? 80) - 1)}`);
  };
  return {
    update(fraction, text) {
      const filled = Math.round((fraction ?? 0) * BAR);
      const share = fraction === null ? "" : ` ${String(Math.floor(fraction * 100)).padStart(3)}%`;
      pending = `${label} ${"█".repeat(filled)}${"░".repeat(BAR - filled)}${share} ${text}`;
      if (Date.now() - drawn >= PAUSE_MS) draw();
    },
    end() {
      draw();
      out.write("\n");
    },
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
