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

/** All script of a page that draws itself runs in these callbacks: their time is added up, by frame of the screen. */
export const WATCH_SCRIPT = `(() => {
  const ask = window.requestAnimationFrame.bind(window);
  const spent = new Map();
  window.scriptTimes = spent;
  window.requestAnimationFrame = (run) => ask((now) => {
    const begun = performance.now();
    run(now);
    // With what it put off until right after it.
    queueMicrotask(() => spent.set(now, (spent.get(now) ?? 0) + performance.now() - begun));
  });
})()`;

export type Played = { shown: number; script: number[] };

/** Plays from where it stands over so many frames: how many came to the canvas, and what each took. */
export const playOurs = (page: Page, frames: number): Promise<Played> =>
  page.evaluate(`(async () => {
    const surface = document.querySelector(".an-surface");
    const seen = new Set();
    const looking = new MutationObserver(() => seen.add(Number(surface.dataset.frame)));
    looking.observe(surface, { attributes: true, attributeFilter: ["data-frame"] });
    window.scriptTimes.clear();
    document.querySelector(".an-play").click();
    for (const end = performance.now() + 20_000; performance.now() < end && Number(surface.dataset.frame) < ${frames}; )
      await new Promise((resolve) => setTimeout(resolve, 10));
    const script = [...window.scriptTimes.values()];
    document.querySelector(".an-play").click();
    looking.disconnect();
    return { shown: [...seen].filter((frame) => frame < ${frames}).length, script };
  })()`);
