import { type Box, boxesIn, find } from "./boxes.ts";

const STSD = ["moov", "trak", "mdia", "minf", "stbl", "stsd"];
/** Of a video's sample entry, before the boxes in it. */
const VIDEO_ENTRY = 78;
/** Bytes of a `stsd` box before its first entry. */
const STSD_HEAD = 8;

/** RFC 6381: browsers decide by it whether they can play a file. */
export function mimeOf(moov: Buffer): string {
  const stsd = find(moov, STSD);
  if (!stsd) throw new Error("A track without a description");
  const [entry] = boxesIn(moov, stsd.body + STSD_HEAD, stsd.offset + stsd.size);
  if (entry?.type === "mp4a") return 'audio/mp4; codecs="mp4a.40.2"';
  const codec = entry && codecOf(moov, entry);
  if (!codec) throw new Error(`A track of an unknown codec ${entry?.type}`);
  return `video/mp4; codecs="${codec}"`;
}

function codecOf(moov: Buffer, entry: Box): string | undefined {
  const within = (type: string) => find(moov, [type], entry.body + VIDEO_ENTRY, entry.offset + entry.size)?.body;
  const [avc, hevc, av1] = [within("avcC"), within("hvcC"), within("av1C")];
  if (avc !== undefined) return `avc1.${moov.toString("hex", avc + 1, avc + 4)}`;
  if (hevc !== undefined) return `${entry.type}.${hevcOf(moov, hevc)}`;
  return av1 === undefined ? undefined : av1Of(moov, av1);
}

/** ISO/IEC 14496-15, annex E: profile, its compatibility bits turned round, tier and level, and what constrains it. */
function hevcOf(moov: Buffer, at: number): string {
  const [space, tier, profile] = [
    moov.readUInt8(at + 1) >> 6,
    (moov.readUInt8(at + 1) >> 5) & 1,
    moov.readUInt8(at + 1) & 31,
  ];
  let [bits, turned] = [moov.readUInt32BE(at + 2), 0];
  for (let n = 0; n < 32; n++, bits >>>= 1) turned = ((turned << 1) | (bits & 1)) >>> 0;
  const constraints =
    moov
      .toString("hex", at + 6, at + 12)
      .replace(/(00)+$/, "")
      .match(/../g) ?? [];
  const level = `${tier ? "H" : "L"}${moov.readUInt8(at + 12)}`;
  return [`${["", "A", "B", "C"][space]}${profile}`, turned.toString(16), level, ...constraints]
    .join(".")
    .toUpperCase();
}

/** AV1 in ISO BMFF, section 5. */
function av1Of(moov: Buffer, at: number): string {
  const [profile, level] = [moov.readUInt8(at + 1) >> 5, moov.readUInt8(at + 1) & 31];
  const flags = moov.readUInt8(at + 2);
  const depth = flags & 0x40 ? (flags & 0x20 ? 12 : 10) : 8;
  return `av01.${profile}.${`${level}`.padStart(2, "0")}${flags & 0x80 ? "H" : "M"}.${`${depth}`.padStart(2, "0")}`;
}
