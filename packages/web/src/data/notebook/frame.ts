/**
 * The page in which an output's HTML is shown: in a frame without an origin of its own and without scripts, which fetches nothing
 * from anywhere, so that nobody who looks at a notebook tells its author so.
 */
const POLICY =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

const STYLE = `
  :root { font: 12px/18px Inter, ui-sans-serif, system-ui, sans-serif; background: transparent; }
  body { margin: 0; }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
  th, td { padding: 2px 10px; text-align: right; white-space: nowrap; border: 0; }
  thead th { border-bottom: 1px solid color-mix(in srgb, currentcolor 25%, transparent); }
  tbody tr:nth-child(even) { background: color-mix(in srgb, currentcolor 4%, transparent); }
  th { font-weight: 600; }
  img, svg { max-width: 100%; }
  p { margin: 0 0 6px; }
  pre { margin: 0; font: 12px/18px ui-monospace, monospace; }
`;

/** What the frame lets happen: that a link opens in a window of its own. No scripts, and nothing of the site's. */
export const SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

/** The policy stands first; nothing that follows it in the document can take it back. */
export const frameOf = (html: string, scheme: string): string =>
  `<!doctype html><html style="color-scheme: ${scheme}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
  `<meta name="referrer" content="no-referrer"><base target="_blank"><style>${STYLE}</style></head><body>${html}</body></html>`;

const ROW = 23;
const LINE = 24;
const LEAST = 40;
export const TALLEST = 420;

/** Nothing in the frame may say how tall it is, so that is guessed from what stands in it; the rest is scrolled. */
export function heightOf(html: string): number {
  const rows = html.match(/<tr[\s>]/gi)?.length ?? 0;
  const lines = html.match(/<(?:p|div|li|br|h[1-6]|pre)[\s>/]/gi)?.length ?? 0;
  const pictures = html.match(/<(?:img|svg)[\s>]/gi)?.length ?? 0;
  const scrollbar = 14;
  return Math.min(TALLEST, Math.max(LEAST, rows * ROW + lines * LINE + pictures * 240 + scrollbar));
}
