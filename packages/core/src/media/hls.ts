import { z } from "zod";
import { Access } from "../access/index.ts";
import type { Row } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { Objects } from "../object/index.ts";
import type { SegmentIndex } from "../transcode/segment-schema.ts";
import { fn } from "../util/index.ts";
import { find } from "./find.ts";
import { renditionsOf } from "./get.ts";
import { noSuchRendition } from "./urls.ts";

export const MASTER = "master";

/** A player reads its playlist once and then the video, which takes as long as somebody watches. */
const SIGNED_SECONDS = { least: 3_600, most: 12 * 3_600 };

/** A playlist for players of HLS (RFC 8216): of all renditions, or of the segments of one, which are byte ranges of its single file. */
export const playlist = fn(
  z.object({ id: z.string(), name: z.string().max(100) }),
  async ({ id, name }): Promise<string> => {
    await Entity.get(id, "media");
    await Access.require(id, "read");
    const rows = (await renditionsOf(id)).filter(
      ({ role, index_key }) => (role === "streaming" || role === "audio") && index_key !== null,
    );
    if (name === MASTER) return master(rows);
    const row = rows.find((one) => one.name === name);
    if (!row || row.index_key === null) throw noSuchRendition(name);
    const { duration } = await find(id);
    const seconds = Math.round(Math.min(SIGNED_SECONDS.most, SIGNED_SECONDS.least + 2 * (duration ?? 0)));
    const contentType = row.mime.split(";")[0] ?? row.mime;
    const { url } = await Objects.presignGet(row.key, { name: row.name, contentType, inline: true, seconds });
    return segments((await Objects.getJSON(row.index_key)) as SegmentIndex, url, duration ?? 0);
  },
);

const codecsOf = ({ mime }: Row<"media_rendition">): string => /codecs="([^"]+)"/.exec(mime)?.[1] ?? "";

function master(rows: Row<"media_rendition">[]): string {
  const sounds = rows.filter(({ role }) => role === "audio");
  const [sound] = sounds;
  const lines = sounds.map(
    (row, n) =>
      `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="${row.name}",DEFAULT=${n === 0 ? "YES" : "NO"},AUTOSELECT=YES,URI="${row.name}.m3u8"`,
  );
  for (const row of rows.filter(({ role }) => role === "streaming")) {
    const codecs = [codecsOf(row), ...(sound ? [codecsOf(sound)] : [])].join(",");
    const bandwidth = (row.bit_rate ?? 0) + (sound?.bit_rate ?? 0);
    const audio = sound ? ',AUDIO="audio"' : "";
    lines.push(
      `#EXT-X-STREAM-INF:BANDWIDTH=${Math.max(1, bandwidth)},RESOLUTION=${row.width}x${row.height},CODECS="${codecs}"${audio}`,
      `${row.name}.m3u8`,
    );
  }
  return `${["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS", ...lines].join("\n")}\n`;
}

/** `duration` is that of the whole, which the last segment ends with. */
export function segments(
  { init, segments: all, timescale, startTime }: SegmentIndex,
  url: string,
  duration: number,
): string {
  const end = startTime + duration * timescale;
  const lengths = all.map(({ time }, n) =>
    Math.max(0.001, ((all[n + 1]?.time ?? Math.max(end, time)) - time) / timescale),
  );
  return `${[
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    "#EXT-X-PLAYLIST-TYPE:VOD",
    "#EXT-X-INDEPENDENT-SEGMENTS",
    `#EXT-X-TARGETDURATION:${Math.max(1, Math.ceil(Math.max(0, ...lengths)))}`,
    `#EXT-X-MAP:URI="${url}",BYTERANGE="${init.size}@${init.offset}"`,
    ...all.flatMap(({ offset, size }, n) => [
      `#EXTINF:${lengths[n]?.toFixed(6)},`,
      `#EXT-X-BYTERANGE:${size}@${offset}`,
      url,
    ]),
    "#EXT-X-ENDLIST",
  ].join("\n")}\n`;
}
