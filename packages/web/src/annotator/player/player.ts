import { createSignal } from "solid-js";
import type { Frames } from "./frames.ts";
import type { Lane, LaneEvents } from "./lane.ts";
import type { Picture } from "./pictures.ts";
import { isKeysOnly, type Role, roleAt } from "./roles.ts";
import { backwardFrom, forwardFrom, keyAt, pausedAt } from "./window.ts";

export type Shown = { frame: number; rendition: string };
export type Trouble = { frame: number; rendition: string; error: unknown };

type Options = {
  /** Opens a rendition for a role; the same lane for two roles where they share one. */
  open: (role: Role, events: LaneEvents) => Promise<Lane>;
  draw: (picture: Picture, frame: number) => void;
  /** Called as time passes, for what plays beside: sound, other videos. */
  onTime?: (seconds: number, rate: number, isRunning: boolean) => void;
};

const LONGEST_TICK_S = 0.25;
const BUFFERED_S = 4;
const JUST_BEFORE = 1e-4;

/** What is on screen is always a whole, exact frame: `shown` says which, `frame` which one was asked for. */
export function createPlayer({ open, draw, onTime }: Options) {
  const [frame, setFrame] = createSignal(0);
  const [shown, setShown] = createSignal<Shown>();
  const [rate, setRateSignal] = createSignal(1);
  const [playing, setPlaying] = createSignal(false);
  const [looped, setLooped] = createSignal(false);
  const [trouble, setTrouble] = createSignal<Trouble>();
  const [frames, setFrames] = createSignal<Frames>();
  const lanes = new Map<Role, Lane>();
  const opening = new Map<Role, Promise<Lane | undefined>>();
  let position = 0;
  let last = 0;
  let closed = false;
  let coarse = false;
  let generation = 0;

  const roleNow = (): Role => (playing() ? roleAt(rate()) : coarse ? "scrub" : "seek");

  function lane(role: Role): Lane | undefined {
    const here = lanes.get(role);
    if (here || closed) return here;
    if (!opening.has(role)) opening.set(role, start(role));
    return undefined;
  }

  async function start(role: Role): Promise<Lane | undefined> {
    const failed = (error: unknown, at: number) =>
      setTrouble({ frame: at, rendition: lanes.get(role)?.rendition.name ?? role, error });
    const mine = generation;
    try {
      const made = await open(role, { onPicture: arrived, onError: failed });
      if (closed || mine !== generation) return void made.close();
      lanes.set(role, made);
      if (!frames()) {
        setFrames(made.frames);
        setFrame(made.frames.clamp(frame()));
      }
      if (!playing() && role === roleNow()) show();
      return made;
    } catch (error) {
      if (mine === generation) failed(error, frame());
    } finally {
      if (mine === generation) opening.delete(role);
    }
  }

  function paint(from: Lane, at: number): boolean {
    const picture = from.peek(at);
    if (!picture) return false;
    draw(picture, at);
    setShown({ frame: at, rendition: from.rendition.name });
    setTrouble(undefined);
    return true;
  }

  function arrived(at: number) {
    if (!playing() && at === frame()) show();
  }

  /** The paused frame: at once in whatever quality is here, then in the best. */
  function show() {
    const at = frame();
    const role = roleNow();
    const from = lane(role);
    if (from?.peek(at)) return void paint(from, at);
    for (const other of ["play", "scrub"] as const) {
      const lesser = other === role ? undefined : lanes.get(other);
      if (lesser && shown()?.frame !== at && paint(lesser, at)) break;
    }
    const known = frames();
    if (from && known) from.aim(pausedAt(at, known));
  }

  function seek(to: number, options: { coarse?: boolean } = {}) {
    const known = frames();
    coarse = options.coarse ?? false;
    setFrame(known ? known.clamp(to) : Math.max(0, to));
    position = known?.timeOf(frame()) ?? 0;
    if (playing()) onTime?.(position, rate(), true);
    else show();
  }

  function finish(at: number) {
    setPlaying(false);
    setFrame(at);
    coarse = false;
    onTime?.(position, rate(), false);
    show();
  }

  /** The newest frame between the one on screen and the one that is due: none is shown before it is decoded. */
  function newest(from: Lane, due: number, step: 1 | -1): number | undefined {
    for (let at = due; step > 0 ? at > frame() : at < frame(); at -= step) if (from.peek(at)) return at;
    return undefined;
  }

  function tick(now: number) {
    const known = frames();
    if (!playing() || closed) return;
    requestAnimationFrame(tick);
    const from = lane(roleAt(rate()));
    // A frame's time may lie a little before the moment of the key that began it.
    const seconds = Math.max(0, Math.min(LONGEST_TICK_S, (now - last) / 1000));
    last = now;
    if (!known || !from) return;
    position += seconds * rate();
    if (position >= known.duration || position < 0) {
      if (!looped()) {
        position = rate() > 0 ? known.timeOf(known.count - 1) : 0;
        return finish(rate() > 0 ? known.count - 1 : 0);
      }
      position = rate() > 0 ? 0 : known.duration - JUST_BEFORE;
      setFrame(rate() > 0 ? 0 : known.count - 1);
    }
    if (isKeysOnly(rate(), known.fps)) playKeys(from, known);
    else playFrames(from, known);
    onTime?.(position, rate(), true);
  }

  function playKeys(from: Lane, known: Frames) {
    const segment = known.segmentOf(known.frameAt(position));
    const due = known.segments[segment]?.frame ?? 0;
    if (from.peek(due)) {
      if (due !== shown()?.frame) paint(from, due);
      setFrame(due);
    } else {
      position = known.timeOf(due); // waits for it
    }
    from.aim(keyAt(due));
    buffer(from, known, due);
  }

  function playFrames(from: Lane, known: Frames) {
    const step = rate() > 0 ? 1 : -1;
    const due = known.frameAt(position);
    const here = from.peek(due) ? due : newest(from, due, step);
    if (here !== undefined) {
      if (here !== shown()?.frame || from.rendition.name !== shown()?.rendition) paint(from, here);
      setFrame(here);
    }
    const at = frame();
    if (at !== due) position = step > 0 ? known.timeOf(at + 1) - JUST_BEFORE : known.timeOf(at);
    const has = (one: number) => from.peek(one) !== undefined;
    from.aim(step > 0 ? forwardFrom(at, known) : backwardFrom(at, known, has));
    buffer(from, known, at);
  }

  function buffer(from: Lane, known: Frames, at: number) {
    const reach = Math.round(known.fps * BUFFERED_S * rate());
    from.ahead(Math.min(at, at + reach), Math.max(at, at + reach));
  }

  function play(at = rate()) {
    const known = frames();
    setRateSignal(at);
    if (!known || playing()) return;
    const isAtEnd = at > 0 ? frame() >= known.count - 1 : frame() <= 0;
    if (isAtEnd) setFrame(at > 0 ? 0 : known.count - 1);
    position = known.timeOf(frame());
    last = performance.now();
    setPlaying(true);
    requestAnimationFrame(tick);
  }

  return {
    ...{ frame, shown, rate, playing, looped, setLooped, trouble, frames, seek, play },
    pause: () => playing() && finish(shown()?.frame ?? frame()),
    setRate: (to: number) => setRateSignal(to),
    step(by: number) {
      if (playing()) finish(shown()?.frame ?? frame());
      seek(frame() + by);
    },
    seconds: () => frames()?.timeOf(frame()) ?? 0,
    share: () => lanes.get(playing() ? roleAt(rate()) : "play")?.share() ?? lanes.get("seek")?.share() ?? 0,
    /** Other renditions for the roles: what is on screen stays until theirs is there. */
    reopen() {
      generation++;
      for (const one of new Set(lanes.values())) one.close();
      lanes.clear();
      opening.clear();
      if (!playing()) show();
    },
    start: () => void lane("seek"),
    close() {
      closed = true;
      for (const one of new Set(lanes.values())) one.close();
    },
  };
}

export type Player = ReturnType<typeof createPlayer>;
