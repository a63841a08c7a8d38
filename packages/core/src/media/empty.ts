/** What is not known before it was looked into. */
export const EMPTY = {
  width: null,
  height: null,
  frames: null,
  fps_num: null,
  fps_den: null,
  duration: null,
  start_time: null,
  variable: null,
  codec: null,
  rotation: null,
  source_url: null,
  multi: null,
  live: null,
};
