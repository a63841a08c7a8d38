import { createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { client } from "../../data/client.ts";
import { isProblem, sentence } from "../../data/problem.ts";
import { remember } from "../../data/remember.ts";
import { toast } from "../../data/toast.ts";
import { createSaving } from "../model/saving.ts";
import type { AnnotationType, Layer, Shape } from "../model/types.ts";
import { canDecode, createCodecLane, type Lane, type LaneEvents, type Rendition, readIndex } from "../player/lane.ts";
import type { Picture } from "../player/pictures.ts";
import { createPlayer } from "../player/player.ts";
import { chooseRoles, type Role } from "../player/roles.ts";
import { createSound } from "../player/sound.ts";
import { createVideoLane } from "../player/video-lane.ts";
import { createAddresses } from "../remote/addresses.ts";
import { annotationsAPI, remoteOf } from "../remote/annotations.ts";
import type { MediaEntity } from "../remote/media.ts";
import type { Gestures, Tool } from "../stage/gestures.ts";
import { createLoading } from "./loading.ts";
import { createSession, SHAPE_OF } from "./session.ts";
import { createTrackWork } from "./track-work.ts";

export type StageHandle = {
  gestures: Gestures;
  fit: () => void;
  zoom: (by: number) => void;
  /** To what lies in that direction: a little, or most of what is on the stage. */
  pan: (dx: number, dy: number, isFar: boolean) => void;
  focus: () => void;
};

type Options = {
  media: MediaEntity;
  types: () => AnnotationType[];
  layers: () => Layer[];
  /** Whether the list of layers is known: an empty one that is not is no reason to make one. */
  knowsLayers: () => boolean;
  frame: number;
  quality: () => string;
};

/** One media in the annotator, from opening it to leaving it. */
export function createRoom({ media, types, layers, knowsLayers, frame: firstFrame, quality }: Options) {
  const addresses = createAddresses(media.id);
  const surface = document.createElement("canvas");
  surface.className = "an-surface";
  const context = surface.getContext("2d", { alpha: false });
  const [poster, setPoster] = createSignal<string>();
  const [sprite, setSprite] = createSignal<string>();
  const [openError, setOpenError] = createSignal<unknown>();
  const [imageShown, setImageShown] = createSignal(false);
  const [soundOn, setSoundOn] = remember("annotator.sound", true);
  const [openParts, setOpenParts] = remember<string[]>("annotator.parts", ["objects"]);
  /** Beside others it has not begun yet, or is over. */
  const [outside, setOutside] = createSignal(false);
  const [comparing, setComparing] = createSignal(false);
  const [timeline, bindTimeline] = createSignal<{ toggle: () => void }>();
  const [stage, bindStage] = createSignal<StageHandle>();

  const isVideo = media.dtype === "video";
  const picture = () => media.video ?? media.image ?? { width: 16, height: 9 };
  const renditions = media.renditions
    .filter(({ role, indexed, height }) => role === "streaming" && indexed && height !== null)
    .map(({ name, width, height, bytes }): Rendition => ({ name, width: width ?? 0, height: height ?? 0, bytes }));
  const tiles = media.renditions.find(({ role, indexed }) => role === "tiles" && indexed);
  const hasSound = media.renditions.some(({ role }) => role === "audio");

  const open: (role: Role, events: LaneEvents) => Promise<Lane> = async (role, events) => {
    const rendition = chooseRoles(renditions, quality())?.[role];
    if (!rendition) throw new Error("None of its renditions can be shown yet");
    const { indexUrl } = await addresses.find(rendition.name);
    if (!indexUrl) throw new Error(`The rendition ${rendition.name} has no index`);
    const index = await readIndex(indexUrl);
    const make = canDecode() ? createCodecLane : createVideoLane;
    return make(rendition, index, addresses.signer(rendition.name), events);
  };

  function draw({ source, width, height }: Picture, at: number) {
    if (surface.width !== width || surface.height !== height) {
      surface.width = width;
      surface.height = height;
    }
    context?.drawImage(source, 0, 0, width, height);
    surface.dataset.frame = String(at);
  }

  const sound = hasSound ? createSound(addresses.signer(audioName(media))) : undefined;
  const player = createPlayer({ open, draw, onTime: (...at) => sound?.follow(...at) });
  createEffect(() => sound?.setOn(soundOn()));

  async function makeLayer() {
    const projectId = media.projectId ?? "";
    const made = await annotationsAPI.createLayer(projectId, { name: "Baseline" });
    await client.invalidateQueries({ queryKey: ["layers", projectId] });
    session.setShownLayers(new Set([made.id]));
    session.setEditing(made.id);
  }

  const mayEdit = () => media.privileges.includes("edit");
  const session = createSession({
    ...{ mediaId: media.id, types, layers, mayEdit },
    frame: () => player.shown()?.frame ?? player.frame(),
    saving: () => saving,
    onTrackBox: () => player.step(1),
    onWay: (label, work) => void trackWork.queued(label, work),
    makeLayer,
    knowsLayers,
  });

  const saving = createSaving({
    remote: remoteOf(media.id),
    isFinal: (error) => isProblem(error) && error.status >= 400 && error.status < 500 && error.status !== 429,
    isConflict: (error) => isProblem(error) && (error.status === 409 || error.status === 412),
    onRefused({ before, after }, error, isConflict) {
      const name = types().find(({ id }) => id === (after ?? before)?.typeId)?.name ?? "Object";
      if (isConflict) {
        toast(`${name} was changed by somebody else meanwhile`, {
          tone: "bad",
          detail: "Your last change of it was not kept. Here is what it is now.",
        });
        void load();
        return;
      }
      session.take(after, before);
      toast(`${name} was not saved`, { tone: "bad", detail: sentence(error) });
    },
  });

  const loading = createLoading({
    media,
    ...{ frame: () => player.frame(), layers: () => [...session.shownLayers()], store: session.store, saving },
  });
  const { load } = loading;
  const trackWork = createTrackWork({ session, saving, projectId: media.projectId ?? "", load });

  async function openPicture() {
    // Beneath tiles the small one is enough until they are there.
    const named = (role: string) => media.renditions.find((one) => one.role === role);
    const role = (tiles && named("thumbnail")) ?? named("image");
    if (!role) return;
    const image = new Image();
    image.crossOrigin = "anonymous";
    image.src = (await addresses.find(role.name)).url;
    await image.decode();
    const [width, height] = [image.naturalWidth, image.naturalHeight];
    surface.width = width;
    surface.height = height;
    context?.drawImage(image, 0, 0, width, height);
    surface.dataset.frame = "0";
    setImageShown(true);
  }

  async function openSmall() {
    for (const [role, set] of [
      ["thumbnail", setPoster],
      ["sprite", setSprite],
    ] as const) {
      const name = media.renditions.find((one) => one.role === role)?.name;
      if (name) set((await addresses.find(name)).url);
    }
  }

  if (isVideo && renditions.length > 0) {
    player.seek(firstFrame);
    player.start();
  }
  if (media.dtype === "image") void openPicture().catch(setOpenError);
  // Only decoration: the frame itself comes in a moment, and says when it does not.
  void openSmall().catch(() => undefined);

  createEffect(on(quality, () => player.reopen(), { defer: true }));
  createEffect(
    on(
      () => [...session.shownLayers()].sort().join(),
      (shown) => shown !== "" && void load(),
    ),
  );

  const warn = (event: BeforeUnloadEvent) => saving.waiting() > 0 && event.preventDefault();
  window.addEventListener("beforeunload", warn);
  onCleanup(() => {
    window.removeEventListener("beforeunload", warn);
    loading.stop();
    player.close();
    sound?.close();
    void saving.settled().then(() => client.invalidateQueries({ queryKey: ["media", media.id] }));
  });

  const badge = createMemo(() => {
    if (!isVideo) return undefined;
    const trouble = player.trouble();
    const shown = player.shown();
    if (trouble)
      return {
        what: `Frame ${trouble.frame.toLocaleString("en")}`,
        how: `· could not be shown from ${trouble.rendition}: ${sentence(trouble.error)}`,
      };
    if (!shown) return { what: `Frame ${player.frame().toLocaleString("en")}`, how: "· opening" };
    const from = renditions.find(({ name }) => name === shown.rendition);
    const isWhole = from?.height === media.video?.height;
    return {
      what: `Frame ${shown.frame.toLocaleString("en")}`,
      how: isWhole ? "· original pixels" : `· ${shown.rendition}p`,
    };
  });

  return {
    ...{ media, player, session, saving, surface, picture, sprite, renditions, tiles, badge, load },
    ...{ isVideo, hasSound, soundOn, setSoundOn, stage, mayEdit, addresses, trackWork },
    loading: loading.busy,
    loadError: () => loading.error() ?? openError(),
    ...{ outside, setOutside, openParts, setOpenParts, comparing, setComparing, timeline },
    bindTimeline: (handle: { toggle: () => void }) => void bindTimeline(() => handle),
    /** One more or less of the parts at the right, of which one always stays. */
    toggleParts(name: string) {
      const others = openParts().filter((one) => one !== name);
      if (!openParts().includes(name)) setOpenParts([...others, name]);
      else if (others.length > 0) setOpenParts(others);
    },
    bindStage: (handle: StageHandle) => void bindStage(() => handle),
    poster: () => (player.shown() || imageShown() ? undefined : poster()),
    frame: () => player.shown()?.frame ?? player.frame(),
    frames: () => media.video?.frames ?? 1,
    fps: () => (media.video ? media.video.fps.num / media.video.fps.den : 1),
    isPlaying: player.playing,
    shapeOf: (tool: Tool): Shape | undefined => SHAPE_OF[tool],
  };
}

export type Room = ReturnType<typeof createRoom>;

const audioName = (media: MediaEntity) => media.renditions.find(({ role }) => role === "audio")?.name ?? "audio";
