import type { Signed } from "./bytes.ts";

const OFF_BY_S = 0.12;
const SLOWEST = 0.25;
const FASTEST = 4;

/** The sound beside the pictures: it follows them, and is silent where a rate or a direction makes it noise. */
export function createSound(sign: () => Promise<Signed>) {
  const audio = new Audio();
  audio.preload = "auto";
  audio.preservesPitch = true;
  let expires = 0;
  let on = true;

  async function address() {
    if (expires > Date.now()) return;
    const { url, expiresAt } = await sign();
    expires = Date.parse(expiresAt) - 15_000;
    const at = audio.currentTime;
    audio.src = url;
    audio.currentTime = at;
  }

  return {
    follow(seconds: number, rate: number, isRunning: boolean) {
      if (!isRunning || !on || rate < SLOWEST || rate > FASTEST) return audio.pause();
      audio.playbackRate = rate;
      if (Math.abs(audio.currentTime - seconds) > OFF_BY_S * Math.max(1, rate)) audio.currentTime = seconds;
      // A browser that does not let it sound yet goes on without: the pictures are what matters here.
      if (audio.paused)
        void address()
          .then(() => audio.play())
          .catch(() => undefined);
    },
    setOn(next: boolean) {
      on = next;
      if (!on) audio.pause();
    },
    close() {
      audio.pause();
      audio.removeAttribute("src");
    },
  };
}
