/** One of several videos beside each other: how its frames lie in time, and by how many frames it begins later than the first. */
export type View = {
  fps: number;
  frames: number;
  offset: number;
  isVariable: boolean;
  timeOf: (frame: number) => number;
  frameAt: (seconds: number) => number;
};

const SAME = 1e-6;

/**
 * The frame of a view while another one shows this frame of its own; undefined while it has not begun or is over. Of one rate
 * frames are counted, so that nothing is off by one; of different ones the time decides.
 */
export function frameBeside(view: View, lead: View, frame: number, first: Pick<View, "fps">): number | undefined {
  const later = view.offset - lead.offset;
  const isCounted = !view.isVariable && !lead.isVariable && Math.abs(view.fps - lead.fps) < SAME;
  if (isCounted && Math.abs(first.fps - view.fps) < SAME) return within(frame - later, view);
  const seconds = lead.timeOf(frame) - later / first.fps;
  if (seconds < -SAME || seconds >= view.timeOf(view.frames) - SAME) return undefined;
  return within(view.frameAt(seconds), view);
}

const within = (frame: number, { frames }: View) => (frame >= 0 && frame < frames ? frame : undefined);
