import { describe, expect, it } from "vitest";
import { chooseRoles, isKeysOnly, parseQuality, roleAt, stepRate, writeQuality } from "./roles.ts";

const ladder = [1080, 144, 360, 720].map((height) => ({ name: String(height), width: height * 2, height, bytes: 1 }));
const names = (quality: string, of = ladder) => {
  const roles = chooseRoles(of, quality);
  return roles && [roles.scrub.name, roles.play.name, roles.seek.name];
};

describe("renditions by role", () => {
  it("small for going through, middle for playing, best for looking", () => {
    expect(names("auto")).toEqual(["360", "720", "1080"]);
    expect(names("144")).toEqual(["360", "144", "144"]);
    expect(names("play:360,scrub:144")).toEqual(["144", "360", "1080"]);
    expect(names("gone")).toEqual(["360", "720", "1080"]);
  });

  it("one rendition does for all, and none for nothing", () => {
    expect(names("auto", ladder.slice(0, 1))).toEqual(["1080", "1080", "1080"]);
    expect(names("auto", [])).toBeUndefined();
  });
});

describe("a choice by role", () => {
  it("is written as it is read", () => {
    expect(writeQuality(parseQuality("scrub:144,play:360"))).toBe("play:360,scrub:144");
    expect([writeQuality({}), parseQuality("auto"), parseQuality("lost:1")]).toEqual(["auto", {}, {}]);
  });
});

describe("rates", () => {
  it("go up and down the list in both directions, and stay on it", () => {
    expect([stepRate(1, 1), stepRate(1, -1), stepRate(-4, 1), stepRate(64, 1), stepRate(0.125, -1)]).toEqual([
      1.5, 0.75, -6, 64, 0.125,
    ]);
  });

  it("above four times by the small one, and by key frames where there are too many", () => {
    expect([4, 6, -8].map(roleAt)).toEqual(["play", "scrub", "scrub"]);
    expect([isKeysOnly(4, 30), isKeysOnly(8, 30), isKeysOnly(-4, 60)]).toEqual([false, true, true]);
  });
});
