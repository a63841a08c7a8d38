import { BufferSource, EncodedPacketSink, Input, MP4 } from "mediabunny";

export type Coded = {
  config: VideoDecoderConfig;
  /** In the order to decode them; the timestamp of each is the number of its frame, see `stampOf`. */
  chunks: EncodedVideoChunk[];
};

/**
 * Chunks are stamped with the number of their frame instead of their time: what comes out of the decoder then says by itself
 * which frame it is, with a constant and a variable frame rate alike. A millisecond apart, since some decoders sort by it.
 */
export const stampOf = (frame: number) => frame * 1000;
export const frameOf = (stamp: number) => Math.round(stamp / 1000);

/** Reads one segment as the small file that it is behind the initialisation of its own. */
export async function demux(init: Uint8Array, segment: Uint8Array, firstFrame: number): Promise<Coded> {
  const file = new Uint8Array(init.byteLength + segment.byteLength);
  file.set(init);
  file.set(segment, init.byteLength);
  const input = new Input({ source: new BufferSource(file), formats: [MP4] });
  try {
    const track = await input.getPrimaryVideoTrack();
    const config = await track?.getDecoderConfig();
    if (!track || !config) throw new Error("The segment holds no video that can be read");
    const packets = [];
    for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
    const shown = packets.map(({ timestamp }) => timestamp).sort((a, b) => a - b);
    const order = new Map(shown.map((timestamp, place) => [timestamp, firstFrame + place]));
    const chunks = packets.map(
      ({ data, type, timestamp }) =>
        new EncodedVideoChunk({ data, type, timestamp: stampOf(order.get(timestamp) ?? firstFrame) }),
    );
    return { config: { ...config, optimizeForLatency: true }, chunks };
  } finally {
    input.dispose();
  }
}
