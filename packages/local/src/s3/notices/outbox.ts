import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Call } from "../call.ts";
import { log } from "../log.ts";
import { replaceFile, syncFolder, syncFolderNow } from "../store/durable.ts";
import { newID } from "../store/layout.ts";
import { eventOf, recordsOf } from "./payload.ts";
import { applies, type Happening, type NoticeRule } from "./rule.ts";

export type Notice = { bucket: string; target: string; payload: unknown };
/** Resolves when the notice is in safe hands. */
export type Post = (notice: Notice) => Promise<void>;

export const EVENT_BRIDGE = "eventbridge";
const RETRY_MS = 2_000;

/**
 * What a bucket has to tell. A notice is on disk before the write it speaks of is answered, and leaves when it was taken:
 * told at least once, whatever ends the process in between.
 */
export class Outbox {
  readonly #folder: string;
  readonly #options: { bucket: string; region: string; rules: readonly NoticeRule[]; post: Post };
  readonly #waiting: string[];
  readonly #stopping = new AbortController();
  #last = 0;
  #running: Promise<void> | undefined;

  constructor(root: string, options: { bucket: string; region: string; rules: readonly NoticeRule[]; post: Post }) {
    this.#folder = join(root, options.bucket, "notices");
    this.#options = options;
    // Where there are no rules any more, what is left from when there were is told all the same.
    if (options.rules.length > 0 && mkdirSync(this.#folder, { recursive: true }))
      syncFolderNow(join(this.#folder, ".."));
    const names = existsSync(this.#folder) ? readdirSync(this.#folder) : [];
    this.#waiting = names.filter((name) => name.endsWith(".json")).sort();
    this.#run();
  }

  async record(call: Call, happening: Happening): Promise<void> {
    const { bucket, region, rules } = this.#options;
    for (const rule of rules.filter((one) => applies(one, happening))) {
      const sequencer = this.#sequencer();
      const context = { rule, bucket, region, call, sequencer, at: new Date() };
      const payload = rule.target === EVENT_BRIDGE ? eventOf(happening, context) : recordsOf(happening, context);
      const name = `${sequencer}.json`;
      const scratch = join(this.#folder, `${newID()}.tmp`);
      const notice: Notice = { bucket, target: rule.target, payload };
      await replaceFile(join(this.#folder, name), scratch, JSON.stringify(notice));
      await syncFolder(this.#folder);
      this.#waiting.push(name);
    }
    this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Grows with every notice, and sorts as text. */
  #sequencer(): string {
    this.#last = Math.max(this.#last + 1, Date.now() * 1_000);
    return this.#last.toString(16).toUpperCase().padStart(16, "0");
  }

  #run(): void {
    if (this.#stopping.signal.aborted) return;
    this.#running ??= this.#send().finally(() => {
      this.#running = undefined;
      if (this.#waiting.length > 0) this.#run();
    });
  }

  /** One after the other, so that a target hears in order what happened in order. */
  async #send(): Promise<void> {
    const { signal } = this.#stopping;
    for (let name = this.#waiting[0]; name !== undefined && !signal.aborted; name = this.#waiting[0]) {
      const path = join(this.#folder, name);
      try {
        await this.#options.post(JSON.parse(await readFile(path, "utf8")) as Notice);
        await rm(path);
        this.#waiting.shift();
      } catch (error) {
        if (signal.aborted) return;
        log.error("s3: a notice was not taken, trying again", { error });
        await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined); // woken by the stop, seen by the loop
      }
    }
  }
}
