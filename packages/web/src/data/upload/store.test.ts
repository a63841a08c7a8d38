import { describe, expect, it, vi } from "vitest";
import type { FileEntity } from "../types.ts";
import { createUploads, type Engine, type Source } from "./store.ts";
import { summarize } from "./summary.ts";

type Call = {
  source: Source;
  resume: string | undefined;
  progress: (bytes: number, state?: "sending" | "completing") => void;
  finish: () => void;
  fail: (error: unknown) => void;
};

const source = (name: string, size = 100): Source => ({ name, size, slice: () => new Uint8Array() });
const settle = () => new Promise((resolve) => setTimeout(resolve));

function setUp() {
  const calls: Call[] = [];
  const engine: Engine = (file, { resume, signal, onProgress }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      calls.push({
        source: file,
        resume,
        progress: (bytes, state = "sending") =>
          onProgress({
            bytes,
            totalBytes: file.size,
            bytesPerSecond: 10,
            secondsLeft: 5,
            uploadId: `upl-${file.name}`,
            state,
          }),
        finish: () => resolve({ id: `fil-${file.name}`, name: file.name } as FileEntity),
        fail: reject,
      });
    });
  const hooks = { discard: vi.fn(async () => undefined), onDone: vi.fn() };
  const uploads = createUploads(engine, hooks);
  const item = (index: number) => {
    const found = uploads.items[index];
    if (!found) throw new Error(`no upload ${index}`);
    return found;
  };
  return { uploads, calls, hooks, item };
}

describe("createUploads", () => {
  it("sends three at once and the next when one is done", async () => {
    const { uploads, calls, hooks, item } = setUp();
    uploads.add("prj", "Project", [source("a"), source("b"), source("c"), source("d")]);
    expect(calls).toHaveLength(3);
    expect(item(3).state).toBe("waiting");
    calls[0]?.finish();
    await settle();
    expect(item(0)).toMatchObject({ state: "done", sent: 100, fileId: "fil-a" });
    expect(hooks.onDone).toHaveBeenCalledOnce();
    expect(calls).toHaveLength(4);
  });

  it("pauses, and goes on with the same upload", async () => {
    const { uploads, calls, item } = setUp();
    uploads.add("prj", "Project", [source("a")]);
    calls[0]?.progress(40);
    uploads.pause(item(0).id);
    await settle();
    expect(item(0)).toMatchObject({ state: "paused", sent: 40, uploadId: "upl-a" });
    uploads.resume(item(0).id);
    expect(calls[1]?.resume).toBe("upl-a");
  });

  it("keeps what was sent when it fails, and says why", async () => {
    const { uploads, calls, item } = setUp();
    uploads.add("prj", "Project", [source("a")]);
    calls[0]?.progress(60);
    calls[0]?.fail(new Error("The line went dead"));
    await settle();
    expect(item(0)).toMatchObject({ state: "failed", sent: 60, error: "The line went dead" });
    uploads.resume(item(0).id);
    expect(calls[1]?.resume).toBe("upl-a");
  });

  it("gives the storage back what a cancelled upload had sent", async () => {
    const { uploads, calls, hooks, item } = setUp();
    uploads.add("prj", "Project", [source("a")]);
    calls[0]?.progress(10);
    await uploads.cancel(item(0).id);
    expect(uploads.items).toHaveLength(0);
    expect(hooks.discard).toHaveBeenCalledWith("upl-a");
  });

  it("takes an interrupted upload up only with the same file", () => {
    const { uploads, calls, item } = setUp();
    const open = [{ id: "upl-a", projectId: "prj", name: "a", bytes: 100, sent: 64 }];
    uploads.addInterrupted(open, "Project");
    uploads.addInterrupted(open, "Project");
    expect(uploads.items).toHaveLength(1);
    expect(item(0)).toMatchObject({ state: "interrupted", sent: 64 });
    expect(uploads.choose(item(0).id, source("a", 99))).toBe(false);
    expect(calls).toHaveLength(0);
    expect(uploads.choose(item(0).id, source("a", 100))).toBe(true);
    expect(calls[0]?.resume).toBe("upl-a");
  });

  it("does not hold up the queue when what follows an upload fails", async () => {
    const { uploads, calls, hooks, item } = setUp();
    hooks.onDone.mockRejectedValue(new Error("no import"));
    uploads.add("prj", "Project", [source("a"), source("b"), source("c"), source("d")]);
    calls[0]?.finish();
    await settle();
    expect(item(0).state).toBe("done");
    expect(calls).toHaveLength(4);
  });
});

describe("summarize", () => {
  it("adds up what moves and what is done", () => {
    const { uploads, calls } = setUp();
    uploads.add("prj", "Project", [source("a", 100), source("b", 300)]);
    calls[0]?.progress(50);
    calls[1]?.progress(50);
    expect(summarize(uploads.items)).toEqual({ moving: 2, bytes: 400, sent: 100, rate: 20, secondsLeft: 15 });
  });
});
