import { batch, createMemo, createSignal } from "solid-js";
import { remember } from "../../data/remember.ts";
import { complain, toast } from "../../data/toast.ts";
import type { AttributeType, AttributeValue } from "../../data/types-collaboration.ts";
import { type Combination, combined } from "../model/combine.ts";
import { drawablesOn } from "../model/drawables.ts";
import { handles, moved, reshaped } from "../model/geometry.ts";
import { type Change, createHistory, type Step } from "../model/history.ts";
import type { Saving } from "../model/saving.ts";
import { createStore } from "../model/store.ts";
import type { AnnotationType, Geometry, Layer, Localization, Row, Shape, State, Values } from "../model/types.ts";
import type { Drawable } from "../stage/drawable.ts";
import type { Tool } from "../stage/gestures.ts";

type Options = {
  mediaId: string;
  types: () => AnnotationType[];
  layers: () => Layer[];
  /** May anything be edited on this media at all. */
  mayEdit: () => boolean;
  frame: () => number;
  /** Only these count as saved; see model/saving. */
  saving: () => Saving | undefined;
  onTrackBox: () => void;
  /** What the server does for a step that is undone or done again. */
  onWay: (label: string, work: () => Promise<void>) => void;
  /** Where the project has no layer yet, the first object makes one. */
  makeLayer: () => Promise<unknown>;
  knowsLayers: () => boolean;
};

export const SHAPE_OF: Partial<Record<Tool, Shape>> = {
  box: "box",
  line: "line",
  dot: "dot",
  polygon: "polygon",
  track: "box",
};

const PASTE_OFFSET = 0.01;

/** What goes along from one media to the next, by the ids of classes: what was chosen, what is hidden, and what was last said. */
const [chosen, setChosen] = createSignal<Partial<Record<Shape, string>>>({});
const [hiddenTypes, setHiddenTypes] = createSignal<ReadonlySet<string>>(new Set());
const lastSaid = new Map<string, Values>();

/** Everything the parts of the annotator share: what is there, what is chosen, what was done. */
export function createSession(options: Options) {
  const store = createStore();
  const [tool, setTool] = createSignal<Tool>("select");
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set());
  const [hovered, setHovered] = createSignal<string>();
  const [editing, setEditing] = createSignal<string>();
  const [shownLayers, setShownLayers] = createSignal<ReadonlySet<string>>(new Set());
  const [hiddenRows, setHiddenRows] = createSignal<ReadonlySet<string>>(new Set());
  const [overlays, setOverlays] = createSignal(true);
  const [labels, setLabels] = remember("annotator.labels", true);
  const [colorBy, setColorBy] = createSignal("type");
  const [pending, setPending] = createSignal<ReadonlyMap<string, Geometry>>(new Map());
  const [drawingTrack, setDrawingTrack] = createSignal<string>();
  const [clipboard, setClipboard] = createSignal<Localization[]>([]);
  /** New ones take over what was last said of their class, so that nothing is asked for. */
  const [repeating, setRepeating] = remember("annotator.repeat", false);
  const valuesFor = (type: AnnotationType): Values => ({
    ...defaults(type),
    ...(repeating() ? lastSaid.get(type.id) : {}),
  });
  /** A new one that lacks what its type requires: it is kept here until that is said. */
  const [incomplete, setIncomplete] = createSignal<Localization>();

  const types = createMemo(() => new Map(options.types().map((type) => [type.id, type])));
  const mayEditLayer = (id: string) =>
    options.mayEdit() &&
    (options
      .layers()
      .find((layer) => layer.id === id)
      ?.privileges.includes("edit") ??
      false);
  const editableLayer = createMemo(() => {
    const id = editing();
    return id !== undefined && mayEditLayer(id) ? id : undefined;
  });
  const canEdit = (layerId: string) => layerId === editableLayer();
  const tracks = createMemo(() => {
    store.version();
    const all = store.states().filter((state) => types().get(state.typeId)?.shape === "track");
    return new Map(all.map((track) => [track.elementalId, track]));
  });

  const items = createMemo((): Drawable[] => {
    store.version();
    if (!overlays()) return [];
    const look = {
      ...{ types: types(), layers: shownLayers(), hiddenTypes: hiddenTypes(), hiddenRows: hiddenRows() },
      ...{ colorBy: colorBy(), canEdit, pending: pending(), tracks: tracks() },
    };
    return drawablesOn(options.frame(), store, look);
  });

  const history = createHistory((step) => {
    apply(step);
    options.saving()?.add(step);
    if (step.also) options.onWay(step.label, step.also.forth);
  });

  function apply({ changes }: Step) {
    batch(() => {
      for (const { before, after } of changes) {
        if (after) store.put(after);
        else if (before) store.remove(before);
      }
    });
  }

  const rows = (): Row[] => {
    store.version();
    return [...selected()].flatMap((id) => store.find(id.replace(/^ghost:/, "")) ?? []);
  };
  const editable = () => rows().filter((row) => canEdit(row.layerId));
  const drawn = () => editable().filter((row): row is Localization => row.kind === "localization");

  const select = (ids: Iterable<string>) => setSelected(new Set(ids));

  /** The type that the next shape of this kind gets. */
  const typeFor = (shape: Shape) => {
    const fitting = options.types().filter((type) => type.shape === shape);
    return fitting.find(({ id }) => id === chosen()[shape]) ?? fitting[0];
  };

  /** Begun with the tool, so that it is mostly there when the first shape is drawn. */
  let making: Promise<unknown> | undefined;
  function madeLayer(): Promise<unknown> {
    making ??= options.makeLayer().finally(() => {
      making = undefined;
    });
    return making;
  }
  const lacksLayer = () => options.mayEdit() && options.knowsLayers() && options.layers().length === 0;

  function draw(shape: Shape, geometry: Geometry, frame = options.frame()) {
    const type = typeFor(shape);
    if (type && lacksLayer())
      return void madeLayer()
        .then(() => editing() && draw(shape, geometry, frame))
        .catch(complain("The first layer was not made"));
    const layerId = editing();
    if (!type || !layerId || !canEdit(layerId)) return;
    const isTrack = tool() === "track";
    const changes: Change[] = [];
    const trackId = isTrack ? (drawingTrack() ?? beginTrack(layerId, changes)) : undefined;
    const row: Localization = {
      ...{ kind: "localization", elementalId: crypto.randomUUID(), layerId, typeId: type.id },
      ...{ mediaId: options.mediaId, frame, ...geometry },
      ...{ attributes: valuesFor(type), key: true, trackIds: trackId ? [trackId] : [], mark: null },
    };
    select([row.elementalId]);
    if (lacks(row, type).length > 0) return void setIncomplete(row);
    history.act({ label: `Draw ${type.name}`, changes: [...changes, { before: undefined, after: row }] });
    if (isTrack) options.onTrackBox();
  }

  function beginTrack(layerId: string, changes: Change[]): string | undefined {
    const type = typeFor("track");
    if (!type) return undefined;
    const after: State = {
      ...{ kind: "state", elementalId: crypto.randomUUID(), layerId, typeId: type.id, mediaIds: [options.mediaId] },
      ...{ frame: null, endFrame: null, color: null, attributes: defaults(type), mark: null },
    };
    changes.push({ before: undefined, after });
    setDrawingTrack(after.elementalId);
    return after.elementalId;
  }

  /** The same of several at once; a step that changes nothing is none. */
  function change(label: string, of: readonly Row[], how: (row: Row) => Row | undefined, joins = false) {
    const changes = of.flatMap((before): Change[] => {
      const after = how(before);
      return after === before ? [] : [{ before, after }];
    });
    if (joins && changes.length === 1) history.extend({ label, changes });
    else history.act({ label, changes });
  }

  function shape(item: Drawable, geometry: Geometry, isDone: boolean) {
    const before = store.find(item.id);
    if (!isDone) return void setPending(new Map([[item.id, geometry]]));
    setPending(new Map());
    const isSame = before?.kind !== "localization" || geometry === before || geometry === item.geometry;
    if (!isSame) change(`Move ${item.label}`, [before], () => ({ ...before, ...geometry, key: true }));
  }

  function nudge(dx: number, dy: number, isResizing = false) {
    const moving = drawn();
    change(
      isResizing ? "Resize" : "Nudge",
      moving,
      (row) => {
        if (row.kind !== "localization") return row;
        const kind = types().get(row.typeId)?.shape ?? "box";
        if (!isResizing) return { ...row, ...moved(kind, row, dx, dy), key: true };
        const grip = kind === "box" ? 4 : handles(kind, row).length - 1;
        const [x, y] = handles(kind, row)[grip] ?? [0, 0];
        return { ...row, ...reshaped(kind, row, grip, [x + dx, y + dy]), key: true };
      },
      true,
    );
  }

  function say(name: string, value: AttributeValue | undefined) {
    const waiting = incomplete();
    for (const { typeId, attributes } of waiting ? [waiting] : editable())
      lastSaid.set(typeId, value === undefined ? attributes : { ...attributes, [name]: value });
    const set = <T extends Row>(row: T): T => {
      const { [name]: _, ...others } = row.attributes;
      return { ...row, attributes: value === undefined ? others : { ...others, [name]: value } };
    };
    if (!waiting) return change(`Change ${name}`, editable(), set);
    const after = set(waiting);
    const type = types().get(after.typeId);
    if (type && lacks(after, type).length > 0) return setIncomplete(after);
    setIncomplete(undefined);
    const before = store.get(after);
    history.act({ label: `${before ? "Make it" : "Draw"} ${type?.name ?? ""}`, changes: [{ before, after }] });
  }

  /** What the other class requires and nobody said is asked for first, as of a new one. */
  function setType(type: AnnotationType) {
    const others = editable().filter(({ typeId }) => typeId !== type.id && types().get(typeId)?.shape === type.shape);
    const asType = <T extends Row>(row: T): T => {
      const kept = taken(row, types().get(row.typeId), type);
      return { ...row, typeId: type.id, attributes: { ...valuesFor(type), ...kept } };
    };
    const [wanting] = others.map(asType).filter((row) => lacks(row, type).length > 0);
    if (wanting?.kind === "localization" && others.length === 1) return void setIncomplete(wanting);
    if (!wanting) return change(`Make it ${type.name}`, others, asType);
    const names = lacks(wanting, type).map(({ name }) => name);
    toast(`${type.name} wants ${names.join(", ")}`, {
      tone: "bad",
      detail: "Make one of them that first, and say it.",
    });
  }

  function paste() {
    const layerId = editing();
    if (!layerId || !canEdit(layerId)) return;
    const frame = options.frame();
    const made = clipboard().map((row): Localization => {
      const kind = types().get(row.typeId)?.shape ?? "box";
      const aside = row.frame === frame ? moved(kind, row, PASTE_OFFSET, PASTE_OFFSET) : {};
      return {
        ...row,
        ...aside,
        elementalId: crypto.randomUUID(),
        layerId,
        frame,
        trackIds: [],
        key: true,
        mark: null,
      };
    });
    history.act({ label: "Paste", changes: made.map((after) => ({ before: undefined, after })) });
    select(made.map(({ elementalId }) => elementalId));
  }

  return {
    ...{ store, history, types, tracks, items, canEdit, mayEditLayer, rows, editable, drawn },
    ...{ tool, selected, select, hovered, setHovered, editing, setEditing, shownLayers, setShownLayers },
    ...{ hiddenTypes, setHiddenTypes, hiddenRows, setHiddenRows, overlays, setOverlays, labels, setLabels },
    ...{
      colorBy,
      setColorBy,
      repeating,
      setRepeating,
      typeFor,
      draw,
      shape,
      nudge,
      say,
      paste,
      clipboard,
      drawingTrack,
      incomplete,
      pending,
    },
    ...{ layers: options.layers, allTypes: options.types, mediaId: options.mediaId },
    setTool(to: Tool) {
      setDrawingTrack(undefined);
      if (to !== "select") select([]);
      if (SHAPE_OF[to] && lacksLayer()) void madeLayer().catch(complain("The first layer was not made"));
      setTool(to);
    },
    choose(type: AnnotationType) {
      setChosen((known) => ({ ...known, [type.shape]: type.id }));
    },
    setType,
    remove() {
      const gone = editable();
      change(gone.length === 1 ? "Delete" : `Delete ${gone.length}`, gone, () => undefined);
      select([]);
    },
    copy() {
      setClipboard(rows().filter((row): row is Localization => row.kind === "localization"));
    },
    /** Somebody else's layer stays as it is; this one gets its own mark of the same things. */
    bring() {
      const layerId = editing();
      if (!layerId || !canEdit(layerId)) return;
      const changes = rows()
        .filter((row) => row.layerId !== layerId)
        .map((row) => ({ before: undefined, after: { ...row, layerId, mark: null } }));
      history.act({ label: "Bring to this layer", changes });
    },
    sayOfFrame(type: AnnotationType) {
      const layerId = editing();
      if (!layerId || !canEdit(layerId)) return;
      const after: State = {
        ...{ kind: "state", elementalId: crypto.randomUUID(), layerId, typeId: type.id, mediaIds: [options.mediaId] },
        ...{ frame: options.frame(), endFrame: null, color: null, attributes: defaults(type), mark: null },
      };
      history.act({ label: `Say ${type.name}`, changes: [{ before: undefined, after }] });
      select([after.elementalId]);
    },
    endHere(state: State | undefined) {
      if (state) change("End here", [state], () => ({ ...state, endFrame: options.frame() }));
    },
    hide: (ids: Iterable<string>) =>
      setHiddenRows(new Set([...hiddenRows(), ...[...ids].map((id) => id.replace(/^ghost:/, ""))])),
    unhide: (id: string) => setHiddenRows(new Set([...hiddenRows()].filter((one) => one !== id))),
    /** The track by what is seen of it on this frame, or by itself where nothing is. */
    selectTrack(id: string) {
      const seen = items().find(({ row }) => row?.kind === "localization" && row.trackIds.includes(id));
      select([seen?.id ?? `ghost:${id}`]);
    },
    /** Polygons become one, lose what others cover, or come apart along a line: the first keeps what is said of it. */
    combine(how: Combination) {
      const result = combined(how, drawn(), (row) => types().get(row.typeId)?.shape);
      if (!result) return;
      if ("problem" in result) return toast(result.problem, { tone: "bad" });
      history.act(result.step);
      select(result.selected);
    },
    canCombine: (how: Combination) => {
      const found = drawn().map((row) => types().get(row.typeId)?.shape);
      const lines = found.filter((shape) => shape === "line").length;
      const polygons = found.filter((shape) => shape === "polygon").length;
      return how === "split" ? lines === 1 && polygons >= 1 : polygons >= 2;
    },
    act: history.act,
    endTrack: () => setDrawingTrack(undefined),
    discard: () => setIncomplete(undefined),
    apply,
    /** What the server said instead. */
    take: (before: Row | undefined, after: Row | undefined) => apply({ label: "", changes: [{ before, after }] }),
  };
}

export type Session = ReturnType<typeof createSession>;

const defaults = (type: AnnotationType) =>
  Object.fromEntries(
    type.attributes.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value]])),
  );

export const lacks = (row: Row, type: AnnotationType): AttributeType[] =>
  type.attributes.filter(
    ({ name, required, useCurrent }) => required && !useCurrent && row.attributes[name] === undefined,
  );

/** What is said of one class and means the same of another. */
function taken({ attributes }: Row, from: AnnotationType | undefined, to: AnnotationType): Values {
  const known = new Set(from?.attributes.map((type) => JSON.stringify(type)));
  const same = to.attributes.filter((type) => known.has(JSON.stringify(type)) && attributes[type.name] !== undefined);
  return Object.fromEntries(same.map(({ name }) => [name, attributes[name]])) as Values;
}
