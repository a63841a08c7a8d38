import type { Stream } from "./types.ts";

/** How a browser may show what is at an address: by its own player, by one that reads HLS, or not at all. */
export type Way = "video" | "hls" | "none";

export function wayOf(url: string): Way {
  if (!URL.canParse(url)) return "none";
  const { protocol, pathname } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return "none";
  return /\.m3u8?$/i.test(pathname) ? "hls" : "video";
}

/** Why what is at an address is not shown, and what to do. */
export function whyNot(url: string, { isBlocked = false, page = location.protocol } = {}): string {
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (wayOf(url) === "none") {
    const name = protocol.replace(":", "").toUpperCase();
    return `Browsers do not play ${name || "this"}. Open the address in a player that does, or give the stream one over HTTPS: HLS, MP4 or WebM.`;
  }
  if (protocol === "http:" && page === "https:")
    return "A page that came over HTTPS may not show what comes over HTTP. Give the stream an HTTPS address.";
  if (isBlocked)
    return "This site shows streams only from hosts that those who run it allow. Ask them to add this one, or open the address in a player.";
  return "Nothing that this browser can show came from the address. The camera may be off, or the address may need a password.";
}

/** "Front 640 × 360, Back" */
export const feedWords = ({ feeds }: Stream): string =>
  feeds
    .map(({ name, resolution: [width, height] }) => (width && height ? `${name} ${width} × ${height}` : name))
    .join(", ");

/** As square as it goes. */
export function gridFor(count: number): { rows: number; columns: number } {
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
  return { columns, rows: Math.max(1, Math.ceil(count / columns)) };
}
