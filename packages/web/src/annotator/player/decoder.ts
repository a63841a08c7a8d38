import { type Coded, frameOf } from "./demux.ts";
import type { Frames } from "./frames.ts";
import type { Pictures } from "./pictures.ts";

/** The frames that are needed, and between which others what comes by or is there is kept. */
export type Target = { frame: number; until: number; keep: readonly [number, number] };

type Options = {
  frames: Frames;
  load: (segment: number) => Promise<Coded>;
  pictures: Pictures;
  onPicture: (frame: number) => void;
  onError: (error: unknown, frame: number) => void;
};

const QUEUE = 24;
/** After so long without a picture the decoder is taken to hold it back. */
const PATIENCE_MS = 40;

/**
 * Gives exactly the frames asked for. The latest target wins: what was on its way for another is dropped unless the way to the
 * new one leads through it. A decoder that holds frames back is fed on until it gives them, at the end of a segment flushed.
 */
export function createDecoder({ frames, load, pictures, onPicture, onError }: Options) {
  let target: Target = { frame: 0, until: -1, keep: [0, -1] };
  let decoder: VideoDecoder | undefined;
  let codec = "";
  let next = -1; // to be fed
  let awaited = 0; // the decoder's next
  let pumping = false;
  let run = 0;
  let impatient: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let failures = 0;

  const made = () => {
    if (decoder && decoder.state !== "closed") return decoder;
    codec = "";
    const mine: VideoDecoder = new VideoDecoder({
      output: (frame) => take(frame),
      error: (error) => mine === decoder && fail(error),
    });
    mine.addEventListener("dequeue", () => void pump());
    decoder = mine;
    return mine;
  };

  function take(frame: VideoFrame) {
    const number = frameOf(frame.timestamp);
    awaited = number + 1;
    failures = 0;
    if (closed || number < target.keep[0] || number > target.keep[1]) {
      frame.close();
    } else {
      pictures.add(number, frame);
      onPicture(number);
    }
    void pump();
  }

  function fail(error: unknown) {
    run++;
    pumping = false;
    next = -1;
    decoder = undefined;
    // One new decoder: a tab in the background may have lost its hardware.
    if (++failures < 3) aim(target);
    else onError(error, target.frame);
  }

  /** The first that is wanted and not there. */
  const missing = () => {
    for (let frame = target.frame; frame <= target.until; frame++) if (!pictures.has(frame)) return frame;
    return undefined;
  };

  function turnTo(frame: number) {
    const first = frames.segments[frames.segmentOf(frame)]?.frame ?? 0;
    const isOnTheWay = next >= first && frame >= awaited;
    if (isOnTheWay) return;
    // What is being fetched for another target is not waited for.
    run++;
    pumping = false;
    const isIdle = next >= 0 && decoder?.decodeQueueSize === 0 && awaited === next;
    if (!isIdle && decoder?.state === "configured") {
      decoder.reset();
      codec = "";
    }
    next = first;
    awaited = first;
  }

  function aim(to: Target) {
    if (closed) return;
    target = to;
    const frame = missing();
    if (frame === undefined) return;
    turnTo(frame);
    void pump();
  }

  const isFed = () => next > target.until;
  const isWaiting = () => awaited <= target.until && missing() !== undefined;

  async function pump() {
    if (pumping || closed) return;
    pumping = true;
    const mine = run;
    try {
      while (next >= 0 && next < frames.count && isWaiting() && hasRoom()) {
        const segment = frames.segmentOf(next);
        const coded = await load(segment);
        if (closed || mine !== run || feed(coded, segment)) break;
      }
    } catch (error) {
      if (mine !== run) return;
      next = -1;
      onError(error, target.frame);
    } finally {
      if (mine === run) pumping = false;
    }
  }

  const hasRoom = () => !isFed() && (decoder?.decodeQueueSize ?? 0) < QUEUE;

  /** One more than is needed, and another, until the decoder lets go of what is. */
  function insist() {
    clearTimeout(impatient);
    impatient = setTimeout(async () => {
      const mine = run;
      if (closed || !isWaiting() || !isFed() || next < 0 || next >= frames.count) return;
      if (decoder?.decodeQueueSize !== 0) return insist();
      const segment = frames.segmentOf(next);
      try {
        const coded = await load(segment);
        if (!closed && mine === run && !pumping) feed(coded, segment, next + 1);
      } catch (error) {
        onError(error, target.frame);
      }
    }, PATIENCE_MS);
  }

  /** As much of the segment as there is room for; true where the rest has to wait for the decoder. */
  function feed({ config, chunks }: Coded, segment: number, atLeast = 0): boolean {
    const { frame: first = 0, frames: length = 0 } = frames.segments[segment] ?? {};
    const to = made();
    if (codec !== config.codec) {
      to.configure(config);
      codec = config.codec;
    }
    while (next < first + length && (next < atLeast || hasRoom())) {
      const chunk = chunks[next - first];
      if (!chunk) throw new Error(`Frame ${next} is not in the segment the index says`);
      to.decode(chunk);
      next++;
    }
    if (isFed()) insist();
    if (next < first + length) return true;
    if (isFed()) void to.flush().catch(() => undefined); // a reset ends it, an error is told by itself
    return false;
  }

  return {
    aim,
    close() {
      closed = true;
      clearTimeout(impatient);
      if (decoder && decoder.state !== "closed") decoder.close();
      pictures.clear();
    },
  };
}

export type Decoder = ReturnType<typeof createDecoder>;
