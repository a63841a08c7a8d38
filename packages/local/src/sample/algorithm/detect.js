//name: Scenes and motion
//description: Where the picture changes from one scene to another, and what moves in each: a box for it, and a track of its boxes.
//language: javascript
//input: list<media> media {rendition: 360}
//input: double scene = 0.3 {caption: Scene change; min: 0.01; max: 1} [How much of the picture has to change at once]
//input: int motion = 24 {caption: Motion; min: 2; max: 255} [How much brighter or darker something has to be than what is behind it]
//input: double smallest = 0.002 {caption: Smallest; min: 0; max: 1} [The least share of the picture that something takes]
//input: int every = 4 {caption: Every; min: 1; max: 1000} [Draw a box on every so many frames]
//input: string sceneType = "Scene" {caption: Type of scenes} [A type that is said of frames]
//input: string boxType = "Motion" {caption: Type of boxes}
//input: string trackType = "Moving" {caption: Type of tracks}
//output: file annotations

const { spawn, spawnSync } = await import("node:child_process");
const { createWriteStream, writeSync } = await import("node:fs");
const { once } = await import("node:events");

const FFMPEG = process.env.FFMPEG ?? "ffmpeg";
const WIDTH = 320;
const LONGEST_GAP = 12; // frames that something may be hidden for
const FEWEST_FRAMES = 5; // that something is seen in
const SAMPLES = 15; // of a scene, to learn from what is behind that which moves
const REACH = 2; // pixels between two parts of one thing

const [, major, minor] = /version n?(\d+)\.(\d+)/.exec(`${spawnSync(FFMPEG, ["-version"]).stdout}`) ?? [];
const isNew = Number(major) > 5 || (Number(major) === 5 && Number(minor) >= 1);
const PASSTHROUGH = isNew ? ["-fps_mode", "passthrough"] : ["-vsync", "passthrough"];

const out = createWriteStream("tmp/annotations.ndjson");
const write = async (line) => {
  if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, "drain");
};
const tell = (fraction, message) =>
  writeSync(3, `${JSON.stringify({ progress: { fraction, step: "Look", message } })}\n`);

for (const [at, one] of media.entries()) {
  const share = (part) => (at + part) / media.length;
  if (one.dtype !== "video") {
    process.stdout.write(`${one.name}: a picture, in which nothing moves\n`);
    continue;
  }
  const size = { width: WIDTH, height: Math.max(2, Math.round((WIDTH * one.height) / one.width / 2) * 2) };
  const scenes = await findScenes(one, size, (part) => tell(share(part / 2), `${one.name}: scenes`));
  for (const { from, to } of scenes)
    await write({ kind: "state", media: one.id, type: sceneType, frame: from, endFrame: to });
  const things = await findMotion(one, size, scenes, (part) => tell(share(0.5 + part / 2), `${one.name}: motion`));
  process.stdout.write(`${one.name}: scenes ${scenes.length}, moving things ${things.length}\n`);
  for (const [number, boxes] of things.entries()) {
    const drawn = boxes.filter((box, i) => i === 0 || i === boxes.length - 1 || box.frame % every === 0);
    const members = drawn.map(({ frame }) => `${one.id}-${number}-${frame}`);
    for (const [i, { frame, x, y, width, height }] of drawn.entries())
      await write({ kind: "localization", media: one.id, type: boxType, ref: members[i], frame, x, y, width, height });
    await write({ kind: "state", media: one.id, type: trackType, members });
  }
}
out.end();
await once(out, "finish");
annotations = "tmp/annotations.ndjson";

/** Every frame of a video, small and grey. */
async function* framesOf({ path }, { width, height }) {
  const filter = `scale=${width}:${height}:flags=area,format=gray`;
  const child = spawn(FFMPEG, ["-v", "error", "-i", path, ...PASSTHROUGH, "-vf", filter, "-f", "rawvideo", "pipe:1"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  let frame = Buffer.allocUnsafe(width * height);
  let filled = 0;
  for await (const chunk of child.stdout) {
    for (let from = 0; from < chunk.length; ) {
      const taken = Math.min(chunk.length - from, frame.length - filled);
      chunk.copy(frame, filled, from, from + taken);
      from += taken;
      filled += taken;
      if (filled < frame.length) continue;
      yield frame;
      frame = Buffer.allocUnsafe(width * height);
      filled = 0;
    }
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}

/** Where scenes begin, scored as ffmpeg does it, and of each the picture without what moves: the median of some of its frames. */
async function findScenes(one, size, progress) {
  const found = [];
  let [before, change, number] = [undefined, 0, 0];
  let samples = sampling();
  for await (const frame of framesOf(one, size)) {
    const now = before ? meanDifference(before, frame) : 0;
    const score = Math.min(now, Math.abs(now - change)) / 100;
    if (before && score > scene) {
      close(number - 1);
      samples = sampling();
    }
    if (number === 0 || found.at(-1).to !== undefined) found.push({ from: number });
    samples.add(frame);
    [before, change] = [frame, now];
    number++;
    if (number % 50 === 0) progress(number / (one.frames ?? number));
  }
  if (number > 0) close(number - 1);
  return found;

  function close(to) {
    const last = found.at(-1);
    last.to = to;
    last.behind = median(samples.kept(), size.width * size.height);
  }
}

function meanDifference(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
  return sum / a.length;
}

/** Frames evenly far from each other, however many come. */
function sampling() {
  let [kept, step, seen] = [[], 1, 0];
  return {
    add(frame) {
      if (seen++ % step !== 0) return;
      kept.push(frame);
      if (kept.length < SAMPLES * 2) return;
      kept = kept.filter((_, i) => i % 2 === 0);
      step *= 2;
    },
    kept: () => kept,
  };
}

function median(frames, pixels) {
  const middle = Buffer.alloc(pixels);
  const values = new Uint8Array(frames.length);
  for (let i = 0; i < pixels; i++) {
    for (let n = 0; n < frames.length; n++) values[n] = frames[n][i];
    middle[i] = values.sort()[frames.length >> 1];
  }
  return middle;
}

/** Things that move: of each the boxes it has, frame by frame, within one scene. */
async function findMotion(one, size, scenes, progress) {
  const [things, open] = [[], new Set()];
  let [at, number] = [0, 0];
  for await (const frame of framesOf(one, size)) {
    if (number > scenes[at].to) {
      at++;
      open.clear();
    }
    const boxes = boxesIn(different(frame, scenes[at].behind), size);
    for (const thing of open) if (number - thing.at(-1).frame > LONGEST_GAP) open.delete(thing);
    for (const { thing, box } of matches(open, boxes)) {
      const owner = thing ?? [];
      owner.push({ frame: number, ...box });
      if (thing) continue;
      open.add(owner);
      things.push(owner);
    }
    number++;
    if (number % 50 === 0) progress(number / (one.frames ?? number));
  }
  return things.filter((boxes) => boxes.length >= FEWEST_FRAMES);
}

function different(frame, behind) {
  const mask = new Uint8Array(frame.length);
  for (let i = 0; i < frame.length; i++) mask[i] = Math.abs(frame[i] - behind[i]) > motion ? 1 : 0;
  return mask;
}

/** Boxes, as parts of the picture, around pixels that lie together. */
function boxesIn(mask, { width, height }) {
  const boxes = [];
  const waiting = [];
  const take = (i) => {
    if (mask[i] !== 1) return;
    mask[i] = 0;
    waiting.push(i);
  };
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] !== 1) continue;
    let [left, top, right, bottom, area] = [width, height, 0, 0, 0];
    take(start);
    while (waiting.length > 0) {
      const i = waiting.pop();
      const [x, y] = [i % width, Math.floor(i / width)];
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
      area++;
      for (let dy = -REACH; dy <= REACH; dy++)
        for (let dx = -REACH; dx <= REACH; dx++)
          if (x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height) take(i + dy * width + dx);
    }
    if (area < smallest * width * height) continue;
    const [w, h] = [right - left + 1, bottom - top + 1];
    boxes.push({ x: left / width, y: top / height, width: w / width, height: h / height });
  }
  return boxes;
}

/** Which box goes on with which thing: those that overlap most, first. */
function* matches(open, boxes) {
  const pairs = [...open]
    .flatMap((thing) => boxes.map((box) => ({ thing, box, overlap: overlapOf(thing.at(-1), box) })))
    .filter(({ overlap }) => overlap > 0.1)
    .sort((a, b) => b.overlap - a.overlap);
  const [taken, gone] = [new Set(), new Set()];
  for (const { thing, box } of pairs) {
    if (taken.has(thing) || gone.has(box)) continue;
    taken.add(thing);
    gone.add(box);
    yield { thing, box };
  }
  for (const box of boxes) if (!gone.has(box)) yield { thing: undefined, box };
}

/** What two boxes share, of all that they cover. */
function overlapOf(a, b) {
  const w = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (w <= 0 || h <= 0) return 0;
  return (w * h) / (a.width * a.height + b.width * b.height - w * h);
}
