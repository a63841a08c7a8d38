import { createEffect, createSignal, onCleanup, Show, untrack } from "solid-js";
import { percent } from "../../data/format.ts";
import { createBytes } from "../player/bytes.ts";
import type { MediaRendition } from "../remote/media.ts";
import type { Room } from "../room/room.ts";
import type { Size, View } from "../stage/view.ts";
import { createTiles } from "./tiles.ts";
import { bytesOf, edgesOf, levelFor, type Tile, type Tiling, visible } from "./tiling.ts";

/** Larger than this, single pixels are what is looked at. */
const PIXELATED = 3;
/** Words are said once the picture lies still. */
const SAY_MS = 500;
const n = (value: number) => Math.round(value).toLocaleString("en");

type Props = { room: Room; rendition: MediaRendition; view: View; size: Size; id: string };

/** A picture that is too large to be shown at once: of the squares it was cut into, those that are on the screen. */
export function DeepPicture(props: Props) {
  const { room, rendition } = untrack(() => ({ ...props }));
  const ratio = window.devicePixelRatio || 1;
  const picture = room.picture();
  const bytes = createBytes(room.addresses.signer(rendition.name));
  const [tiling, setTiling] = createSignal<Tiling>();
  const [trouble, setTrouble] = createSignal(false);
  const [words, setWords] = createSignal("");
  let canvas: HTMLCanvasElement | undefined;

  const fail = () => setTrouble(true);
  const read = async (tile: Tile, signal: AbortSignal): Promise<ImageBitmap> => {
    const known = tiling();
    if (!known) throw new Error("Nothing is known of the tiles yet");
    const { offset, size } = bytesOf(known, tile);
    return createImageBitmap(new Blob([await bytes.read(offset, size, signal)], { type: known.contentType }));
  };
  const tiles = createTiles({ read, onChange: () => paintSoon(), onError: fail });
  onCleanup(tiles.close);

  async function open() {
    const { indexUrl } = await room.addresses.find(rendition.name);
    const response = await fetch(indexUrl ?? "");
    if (!response.ok) throw new Error(`The index of the tiles answered ${response.status}`);
    setTiling((await response.json()) as Tiling);
  }
  let isOpening = false;
  function openOnce() {
    if (isOpening) return;
    isOpening = true;
    void open()
      .catch(fail)
      .finally(() => {
        isOpening = false;
      });
  }

  createEffect(() => {
    const known = tiling();
    const [view, size] = [props.view, props.size];
    setTrouble(false);
    if (!known) return openOnce();
    tiles.want(visible(known, levelFor(known, picture, view.scale * ratio), view, picture, size));
    paintSoon();
    const later = setTimeout(() => setWords(wordsOf(view, size)), SAY_MS);
    onCleanup(() => clearTimeout(later));
  });

  let asked = 0;
  function paintSoon() {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(paint);
  }
  onCleanup(() => cancelAnimationFrame(asked));

  function paint() {
    const known = tiling();
    const context = canvas?.getContext("2d");
    if (!known || !canvas || !context) return;
    const { view, size } = props;
    canvas.width = Math.round(size.width * ratio); // which clears it
    canvas.height = Math.round(size.height * ratio);
    context.imageSmoothingEnabled = view.scale <= PIXELATED;
    context.imageSmoothingQuality = "high";
    for (const { tile, picture: square } of tiles.shown()) {
      const [left = 0, top = 0, right = 0, bottom = 0] = edgesOf(known, tile, view, picture).map((at) =>
        Math.round(at * ratio),
      );
      if (right > 0 && bottom > 0 && left < canvas.width && top < canvas.height)
        context.drawImage(square, left, top, right - left, bottom - top);
    }
    canvas.dataset.level = String(levelFor(known, picture, view.scale * ratio));
    canvas.dataset.missing = String(tiles.missing());
  }

  /** In pixels of the picture, for who does not see which part it is. */
  function wordsOf(view: View, size: Size): string {
    const along = (at: number, room: number, length: number) =>
      [-at / view.scale, (room - at) / view.scale].map((one) => n(Math.max(0, Math.min(length, one)))).join(" to ");
    const part = `${along(view.x, size.width, picture.width)} across, ${along(view.y, size.height, picture.height)} down`;
    return `Picture of ${n(picture.width)} by ${n(picture.height)} pixels at ${percent(view.scale)}: ${part}`;
  }

  return (
    <>
      <canvas ref={canvas} class="an-shapes an-deep" />
      <p class="sr" role="status" id={props.id}>
        {words()}
      </p>
      <div class="an-badge">
        <span>
          {n(picture.width)} × {n(picture.height)}
        </span>
        <span class="an-soft">· {percent(props.view.scale)}</span>
        <Show when={trouble()}>
          <span class="an-soft">· parts of it could not be loaded; move it to try again</span>
        </Show>
      </div>
    </>
  );
}
