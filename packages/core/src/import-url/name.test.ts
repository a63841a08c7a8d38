import { expect, test } from "vitest";
import { nameOf } from "./name.ts";

test.each([
  ["https://h.example/a/dive%204.mp4?sig=1", undefined, "dive 4.mp4"],
  ["https://h.example/", undefined, "h.example"],
  ["https://h.example/100%.mp4", undefined, "100%.mp4"],
  ["https://h.example/get", 'attachment; filename="clip.mov"', "clip.mov"],
  ["https://h.example/get", "attachment; filename*=UTF-8''%C3%A4.mp4; filename=\"a.mp4\"", "ä.mp4"],
  ["https://h.example/get", 'attachment; filename="../../etc/passwd"', "passwd"],
])("%s, %s: %s", (url, disposition, name) => expect(nameOf(new URL(url), disposition)).toBe(name));
