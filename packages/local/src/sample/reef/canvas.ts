export type Colour = readonly [red: number, green: number, blue: number];

/** RGB pixels that shapes are laid over with soft edges. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;

  constructor(width: number, height: number, pixels = new Uint8Array(width * height * 3)) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  copy(): Canvas {
    return new Canvas(this.width, this.height, this.pixels.slice());
  }

  /** Lays a colour over one pixel: 0 leaves what is there, 1 covers it. */
  lay(x: number, y: number, [red, green, blue]: Colour, cover: number): void {
    if (cover <= 0 || x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const at = (y * this.width + x) * 3;
    const share = Math.min(1, cover);
    const mix = (channel: number, to: number) => {
      const from = this.pixels[at + channel] ?? 0;
      this.pixels[at + channel] = from + (to - from) * share;
    };
    mix(0, red);
    mix(1, green);
    mix(2, blue);
  }

  /** Asks `paint` for the cover and colour of each pixel of a rectangle. */
  region(
    { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
    paint: (x: number, y: number) => { colour: Colour; cover: number } | undefined,
  ): void {
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(this.height, Math.ceil(bottom)); y++)
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(this.width, Math.ceil(right)); x++) {
        const painted = paint(x, y);
        if (painted) this.lay(x, y, painted.colour, painted.cover);
      }
  }
}
