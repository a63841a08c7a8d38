import { Attributes } from "../../annotation/attributes.ts";
import { stateFaults } from "../../annotation/shape.ts";
import type { Info } from "../../annotation-type/schema.ts";
import type { Given } from "../../attribute/schema.ts";
import type { Geometry, Parsed, ParsedDrawn, ParsedStated, Problem } from "../parse/parsed.ts";
import { counting, derivedID } from "./derive.ts";
import { place } from "./geometry.ts";
import type { Row, StateRow } from "./insert.ts";
import { findMedia, type Media } from "./media.ts";
import type { Classes } from "./types.ts";

const MOST_TOLD = 1_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Track = { row: StateRow; media: Set<string> };

/** What a file says, made into rows one after the other, with what is wrong and what was left out on the way. */
export class Taking {
  readonly problems: Problem[] = [];
  problemCount = 0;
  read = 0;
  cut = 0;
  left = 0;
  /** Rows of localizations that came of it. */
  made = 0;
  readonly states: StateRow[] = [];
  readonly #tracks = new Map<string, Track>();
  readonly #attributes = new Map<string, { checks: Attributes; dtypes: Map<string, string> }>();
  readonly #nth = counting();
  readonly #layerID: string;
  readonly #media: Media;
  readonly #classes: Classes;

  constructor(layerID: string, media: Media, classes: Classes) {
    this.#layerID = layerID;
    this.#media = media;
    this.#classes = classes;
  }

  /** The rows of localizations that it says; states are kept until the end, when their members are known. */
  take(parsed: Parsed): Row[] {
    if (parsed.kind === "problem") return this.#fault(parsed.at, parsed.message);
    this.read++;
    return parsed.kind === "drawn" ? this.#drawn(parsed) : this.#stated(parsed);
  }

  /** Tracks with all their members. */
  tracks(): StateRow[] {
    return [...this.#tracks.values()].map(({ row, media }) => ({ ...row, m: [...media] }));
  }

  #drawn(parsed: ParsedDrawn): Row[] {
    const { at, className, attributes, hints = {} } = parsed;
    const found = findMedia(this.#media, parsed.media);
    if ("problem" in found) return this.#fault(at, found.problem);
    const { media } = found;
    const frame = parsed.frame ?? found.frame ?? (media.dtype === "image" ? 0 : undefined);
    if (frame === undefined)
      return this.#fault(at, `Which frame of ${JSON.stringify(media.name)} is meant is not said`);
    if (!Number.isInteger(frame) || frame < 0 || frame >= (media.frames ?? (media.dtype === "image" ? 1 : 2 ** 31)))
      return this.#fault(at, `${JSON.stringify(media.name)} has ${media.frames ?? 1} frames, from 0`);
    const chosen = this.#classes.choose(className, parsed.drawings);
    if ("left" in chosen) {
      this.left++;
      return [];
    }
    if ("problem" in chosen) return this.#fault(at, chosen.problem);
    const { type, drawing } = chosen;
    const before = this.problemCount;
    const known = Object.fromEntries(
      Object.entries(hints).filter(([name]) => type.attributes.some((one) => one.name === name)),
    );
    const a = this.#valuesOf(type, { ...known, ...attributes }, at);
    const rows = drawing.parts.flatMap((part, i): Row[] => {
      const placed = place(drawing.shape, part, parsed.unit, media);
      if ("problem" in placed) return this.#fault(at, placed.problem);
      if (placed.isCut) this.cut++;
      const e =
        i === 0 && parsed.elementalId
          ? parsed.elementalId.toLowerCase()
          : this.#idOf(media.id, type.id, frame, placed.geometry);
      const { x, y, width: w, height: h, u, v, points: p } = placed.geometry;
      return [{ e, m: media.id, t: type.id, f: frame, x, y, w, h, u, v, p, a, k: parsed.key ?? true } as Row];
    });
    if (this.problemCount > before) return [];
    this.made += rows.length;
    for (const track of parsed.tracks) this.#join(track, media.id, rows, at);
    return rows;
  }

  #idOf(mediaID: string, typeID: string, frame: number, geometry: Geometry): string {
    const id = derivedID(this.#layerID, mediaID, typeID, frame, geometry);
    const nth = this.#nth(id);
    return nth === 0 ? id : derivedID(id, nth);
  }

  #stated(parsed: ParsedStated): Row[] {
    const { at, shape, className, attributes, frame, endFrame, color } = parsed;
    const chosen = this.#classes.choose(className, [{ shape, parts: [] }]);
    if ("left" in chosen) {
      this.left++;
      return [];
    }
    if ("problem" in chosen) return this.#fault(at, chosen.problem);
    const media: string[] = [];
    for (const naming of parsed.media) {
      const found = findMedia(this.#media, naming);
      if ("problem" in found) return this.#fault(at, found.problem);
      media.push(found.media.id);
    }
    if (media.length === 0) return this.#fault(at, "Which media it is about is not said");
    const [fault] = stateFaults(shape, { frame, endFrame }, "");
    if (fault) return this.#fault(at, fault.message);
    if (color !== null && !/^#[0-9a-f]{6}$/i.test(color))
      return this.#fault(at, "color: A color is wanted, such as #33aa55");
    const before = this.problemCount;
    const a = this.#valuesOf(chosen.type, attributes, at);
    if (this.problemCount > before) return [];
    const e = parsed.elementalId?.toLowerCase() ?? this.#stateIDOf(media, chosen.type.id, frame, endFrame, a);
    const row = { e, t: chosen.type.id, m: media, s: [], f: frame, g: endFrame, c: color, a };
    if (shape === "track") {
      // Its members may have come before it.
      const members = this.#tracks.get(e);
      this.#tracks.set(e, {
        row: { ...row, s: members?.row.s ?? [] },
        media: new Set([...media, ...(members?.media ?? [])]),
      });
    } else this.states.push(row);
    return [];
  }

  #stateIDOf(...parts: unknown[]): string {
    const id = derivedID(this.#layerID, ...parts);
    const nth = this.#nth(id);
    return nth === 0 ? id : derivedID(id, nth);
  }

  #join(name: string, mediaID: string, rows: Row[], at: string): void {
    const e = UUID.test(name) ? name.toLowerCase() : derivedID(this.#layerID, mediaID, "track", name);
    const track = this.#tracks.get(e) ?? this.#begin(e, at);
    if (!track) return;
    track.media.add(mediaID);
    track.row.s.push(...rows.map((row) => row.e));
  }

  #begin(e: string, at: string): Track | undefined {
    const type = this.#classes.ofTracks();
    if (!type) {
      this.#fault(at, "It belongs to a track, and there is no type of tracks here");
      return undefined;
    }
    const a = this.#valuesOf(type, {}, at);
    const track = { row: { e, t: type.id, m: [], s: [], f: null, g: null, c: null, a }, media: new Set<string>() };
    this.#tracks.set(e, track);
    return track;
  }

  /** Values of their type: what is a text in a file may be a list where one is wanted. */
  #valuesOf(type: Info, given: Record<string, unknown>, at: string): Record<string, unknown> {
    const known = this.#attributes.get(type.id) ?? {
      checks: new Attributes(type.attributes),
      dtypes: new Map(type.attributes.map(({ name, dtype }) => [name, dtype as string])),
    };
    this.#attributes.set(type.id, known);
    const values = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
    const read = values.map(([name, value]) => {
      const dtype = known.dtypes.get(name);
      const isList =
        typeof value === "string" && value.startsWith("[") && (dtype === "geopos" || dtype === "float_array");
      return [name, isList ? listIn(value) : value];
    });
    return known.checks.initial(Object.fromEntries(read) as Given, "", ({ path, message }) => {
      this.#fault(at, `${path.slice(1)}: ${message}`);
    });
  }

  #fault(at: string, message: string): [] {
    this.problemCount++;
    if (this.problems.length < MOST_TOLD) this.problems.push({ kind: "problem", at, message });
    return [];
  }
}

function listIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
