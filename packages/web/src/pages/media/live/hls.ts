/** A stream that goes on is begun so far before its end, so that what comes late is still in time. */
const BEHIND_S = 6;
/** Further behind than this it goes on from where it is. */
const LATE_S = 1;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Plays HLS on a canvas, which only some browsers do by themselves; without sound. Ends with the stream, or with the signal. */
export async function playHLS(url: string, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<void> {
  const { CanvasSink, HLS_FORMATS, Input, UrlSource } = await import("mediabunny");
  const input = new Input({ source: new UrlSource(url), formats: HLS_FORMATS });
  signal.addEventListener("abort", () => input.dispose(), { once: true });
  const track = await input.getPrimaryVideoTrack();
  if (!track || !(await track.canDecode())) throw new Error("There is no video in it that this browser decodes");
  const first = await track.getFirstTimestamp();
  const isLive = await track.isLive();
  const from = isLive ? Math.max(first, (await track.computeDuration({ skipLiveWait: true })) - BEHIND_S) : first;
  const context = canvas.getContext("2d");
  let begun = performance.now() / 1_000 - from;
  for await (const { canvas: picture, timestamp } of new CanvasSink(track, { poolSize: 3 }).canvases(from)) {
    const early = timestamp - (performance.now() / 1_000 - begun);
    if (early > 0) await sleep(early * 1_000);
    else if (early < -LATE_S) begun -= early;
    if (signal.aborted) return;
    if (canvas.width !== picture.width) canvas.width = picture.width;
    if (canvas.height !== picture.height) canvas.height = picture.height;
    context?.drawImage(picture, 0, 0);
    canvas.dataset.seconds = timestamp.toFixed(2);
  }
}
