/** What is measured inside the page, in its own clock: seeks, and frames while it plays. */
import type { Page } from "playwright-core";

/** From the key until the pixels of that frame are on the canvas. */
export const seekOurs = (page: Page, frame: number): Promise<number> =>
  page.evaluate(`(async () => {
    const field = document.querySelector(".an-place");
    const surface = document.querySelector(".an-surface");
    field.focus();
    field.value = "${frame}";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const begun = performance.now();
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    while (surface.dataset.frame !== "${frame}") await new Promise((resolve) => setTimeout(resolve, 0));
    return performance.now() - begun;
  })()`);

const WITH_VIDEO = (url: string, use: string) => `(async () => {
  const video = document.createElement("video");
  video.muted = true;
  video.preload = "auto";
  video.src = ${JSON.stringify(url)};
  video.style.cssText = "position: fixed; inset: 0 auto auto 0; width: 995px; z-index: 99";
  document.body.append(video);
  await new Promise((resolve) => video.addEventListener("loadeddata", resolve, { once: true }));
  try {
    ${use}
  } finally {
    video.remove();
  }
})()`;

/** The same frames in a <video> with nothing around it. */
export const seekBare = (page: Page, url: string, frames: number[], fps: number): Promise<number[]> =>
  page.evaluate(
    WITH_VIDEO(
      url,
      `const times = [];
      for (const frame of ${JSON.stringify(frames)}) {
        const begun = performance.now();
        video.currentTime = (frame + 0.5) / ${fps};
        await new Promise((resolve) => video.addEventListener("seeked", resolve, { once: true }));
        times.push(performance.now() - begun);
      }
      return times;`,
    ),
  );

/** Counts what a <video> presents of its first frames. */
export const playBare = (page: Page, url: string, frames: number, fps: number): Promise<number> =>
  page.evaluate(
    WITH_VIDEO(
      url,
      `const seen = new Set();
      const note = (_, { mediaTime }) => {
        seen.add(Math.round(mediaTime * ${fps}));
        video.requestVideoFrameCallback(note);
      };
      video.requestVideoFrameCallback(note);
      await video.play();
      while (video.currentTime < ${frames / fps}) await new Promise(requestAnimationFrame);
      return [...seen].filter((frame) => frame < ${frames}).length;`,
    ),
  );

/**
 * All script of a page that draws itself runs in these callbacks: their time is added up, by frame of the screen. Putting a decoded
 * picture on a canvas is one call into the browser, which has no graphics card here; its time is taken apart.
 */
export const WATCH_SCRIPT = `(() => {
  const ask = window.requestAnimationFrame.bind(window);
  const draw = CanvasRenderingContext2D.prototype.drawImage;
  const spent = new Map();
  window.scriptTimes = spent;
  window.pictureTimes = [];
  let pictures = 0;
  CanvasRenderingContext2D.prototype.drawImage = function (source, ...more) {
    const begun = performance.now();
    draw.call(this, source, ...more);
    if (!(source instanceof VideoFrame)) return;
    const took = performance.now() - begun;
    pictures += took;
    window.pictureTimes.push(took);
  };
  window.requestAnimationFrame = (run) => ask((now) => {
    const [begun, before] = [performance.now(), pictures];
    run(now);
    // With what it put off until right after it.
    queueMicrotask(() => {
      const took = performance.now() - begun - (pictures - before);
      spent.set(now, (spent.get(now) ?? 0) + took);
    });
  });
})()`;

/** How many frames came to the canvas, and in milliseconds what the script took for each frame of the screen and the browser for each picture. */
export type Played = { shown: number; script: number[]; pictures: number[] };

/** Plays from where it stands over so many frames. */
export const playOurs = (page: Page, frames: number): Promise<Played> =>
  page.evaluate(`(async () => {
    const surface = document.querySelector(".an-surface");
    const seen = new Set();
    const looking = new MutationObserver(() => seen.add(Number(surface.dataset.frame)));
    looking.observe(surface, { attributes: true, attributeFilter: ["data-frame"] });
    window.scriptTimes.clear();
    window.pictureTimes.length = 0;
    document.querySelector(".an-play").click();
    for (const end = performance.now() + 20_000; performance.now() < end && Number(surface.dataset.frame) < ${frames}; )
      await new Promise((resolve) => setTimeout(resolve, 10));
    const [script, pictures] = [[...window.scriptTimes.values()], [...window.pictureTimes]];
    document.querySelector(".an-play").click();
    looking.disconnect();
    return { shown: [...seen].filter((frame) => frame < ${frames}).length, script, pictures };
  })()`);
