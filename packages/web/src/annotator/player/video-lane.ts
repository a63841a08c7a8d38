import type { Signed } from "./bytes.ts";
import type { Target } from "./decoder.ts";
import { createFrames, type SegmentIndex } from "./frames.ts";
import type { Lane, LaneEvents, Rendition } from "./lane.ts";
import { createPictures } from "./pictures.ts";

const WAIT_MS = 10_000;

/**
 * Where the browser has no decoder to give: a <video> that is sent to the middle of the frame. Every picture is taken after
 * `seeked`, so it is the frame that was asked for in every direction and at every rate, only later.
 */
export function createVideoLane(
  rendition: Rendition,
  index: SegmentIndex,
  sign: () => Promise<Signed>,
  { onPicture, onError }: LaneEvents,
): Lane {
  const frames = createFrames(index);
  const pictures = createPictures();
  const video = document.createElement("video");
  video.muted = true;
  video.preload = "auto";
  video.crossOrigin = "anonymous";
  let target: Target | undefined;
  let busy = false;
  let expires = 0;
  let closed = false;

  const happens = (name: string) =>
    new Promise<void>((resolve, reject) => {
      const signal = AbortSignal.timeout(WAIT_MS);
      video.addEventListener(name, () => resolve(), { once: true, signal });
      video.addEventListener("error", () => reject(video.error), { once: true, signal });
      signal.addEventListener("abort", () => reject(signal.reason));
    });

  async function address() {
    if (expires > Date.now()) return;
    const { url, expiresAt } = await sign();
    expires = Date.parse(expiresAt) - 15_000;
    const ready = happens("loadeddata");
    video.src = url;
    await ready;
  }

  async function seek(frame: number) {
    await address();
    const done = happens("seeked");
    video.currentTime = frames.middleOf(frame);
    await done;
    const picture = await createImageBitmap(video);
    if (closed) picture.close();
    else pictures.add(frame, picture);
  }

  const missing = ({ frame, until }: Target) => {
    for (let at = frame; at <= until; at++) if (!pictures.has(at)) return at;
    return undefined;
  };

  async function work() {
    if (busy) return;
    busy = true;
    try {
      for (;;) {
        const frame = target && missing(target);
        if (frame === undefined || closed) break;
        await seek(frame);
        onPicture(frame);
      }
    } catch (error) {
      expires = 0;
      const frame = target?.frame ?? 0;
      target = undefined;
      onError(error, frame);
    } finally {
      busy = false;
    }
  }

  return {
    rendition,
    frames,
    peek: pictures.get,
    aim(to) {
      target = to;
      pictures.focusOn(to.frame, to.keep);
      void work();
    },
    ahead: () => undefined,
    share() {
      let seconds = 0;
      for (let at = 0; at < video.buffered.length; at++) seconds += video.buffered.end(at) - video.buffered.start(at);
      return frames.duration > 0 ? Math.min(1, seconds / frames.duration) : 0;
    },
    close() {
      closed = true;
      video.removeAttribute("src");
      video.load();
      pictures.clear();
    },
  };
}
