import { expect, test } from "vitest";
import { baseName, byFolder, foldersOf } from "./folders.ts";

const files = ["a.mp4", "Dive/b.mp4", "Dive/Pass A/c.mp4", "Dive/Pass A/Left/d.mp4", "Drone/e.jpg"].map((name) => ({
  name,
}));

test("folders are named once, outermost first, those without a file of their own too", () => {
  expect(foldersOf(files)).toEqual(["Dive", "Drone", "Dive/Pass A", "Dive/Pass A/Left"]);
  expect(foldersOf([{ name: "x/y/z.mp4" }])).toEqual(["x", "x/y"]);
  expect(foldersOf([{ name: "z.mp4" }])).toEqual([]);
});

test("files go with the folder they lie in", () => {
  expect([...byFolder(files).keys()]).toEqual(["", "Dive", "Dive/Pass A", "Dive/Pass A/Left", "Drone"]);
  expect(baseName("Dive/Pass A/c.mp4")).toBe("c.mp4");
});
