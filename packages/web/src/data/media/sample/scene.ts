/** A short dive over a reef that is drawn and not filmed: so it is known where every fish is. */
export const SCENE = { width: 640, height: 360, fps: 24, frames: 144 };

type Fish = { from: number; speed: number; depth: number; length: number; color: string };
/** Places and lengths as parts of the picture, speeds a second. */
export const FISH: readonly Fish[] = [
  { from: -0.1, speed: 0.17, depth: 0.32, length: 0.13, color: "#f4a63a" },
  { from: 1.05, speed: -0.13, depth: 0.55, length: 0.17, color: "#6fb7c9" },
  { from: 0.1, speed: 0.09, depth: 0.7, length: 0.09, color: "#e4695b" },
];

/** Where its middle is, and half of what it takes up. */
function placeOf({ from, speed, depth, length }: Fish, frame: number) {
  const seconds = frame / SCENE.fps;
  return {
    x: from + speed * seconds,
    y: depth + 0.03 * Math.sin(seconds * 2 + from * 9),
    halfWidth: length / 2,
    halfHeight: length * 0.45,
  };
}

export type Box = { x: number; y: number; width: number; height: number };

/** What of a fish is on the picture; undefined where too little is. */
export function boxOf(fish: Fish, frame: number): Box | undefined {
  const { x, y, halfWidth, halfHeight } = placeOf(fish, frame);
  const [left, right] = [Math.max(0, x - halfWidth), Math.min(1, x + halfWidth)];
  if (right - left < halfWidth) return undefined;
  return { x: left, y: y - halfHeight, width: right - left, height: halfHeight * 2 };
}

export function drawScene(context: OffscreenCanvasRenderingContext2D, frame: number): void {
  const { width, height } = SCENE;
  const water = context.createLinearGradient(0, 0, 0, height);
  water.addColorStop(0, "#2a7f95");
  water.addColorStop(1, "#0b3040");
  context.fillStyle = water;
  context.fillRect(0, 0, width, height);
  context.lineWidth = 5;
  context.strokeStyle = "#1d5a45";
  for (let blade = 0; blade < 16; blade++) {
    const x = (blade + 0.5) * (width / 16);
    const sway = Math.sin(frame / 12 + blade) * 14;
    context.beginPath();
    context.moveTo(x, height);
    context.quadraticCurveTo(x, height * 0.85, x + sway, height * (0.72 + 0.04 * Math.sin(blade * 3)));
    context.stroke();
  }
  for (const fish of FISH) drawFish(context, fish, frame);
}

function drawFish(context: OffscreenCanvasRenderingContext2D, fish: Fish, frame: number): void {
  const { x, y, halfWidth } = placeOf(fish, frame);
  const { width, height } = SCENE;
  const long = halfWidth * width;
  context.save();
  context.translate(x * width, y * height);
  context.scale(Math.sign(fish.speed), 1);
  context.fillStyle = fish.color;
  context.beginPath();
  context.ellipse(long * 0.15, 0, long * 0.85, long * 0.42, 0, 0, 2 * Math.PI);
  context.moveTo(-long * 0.55, 0);
  context.lineTo(-long, -long * 0.4);
  context.lineTo(-long, long * 0.4);
  context.fill();
  context.fillStyle = "#10202a";
  context.beginPath();
  context.arc(long * 0.65, -long * 0.1, long * 0.07, 0, 2 * Math.PI);
  context.fill();
  context.restore();
}
