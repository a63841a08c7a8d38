import { expect, test } from "vitest";
import { isPublic } from "./public.ts";

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.31.255.255",
  "192.168.0.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "fe80::1",
  "fd00:ec2::254",
  "64:ff9b::a00:1",
  "2002:7f00:1::",
  "2001:db8::1",
])("%s is not of the public internet", (address) => expect(isPublic(address)).toBe(false));

test.each(["8.8.8.8", "172.32.0.1", "2606:4700::1111"])("%s is", (address) => expect(isPublic(address)).toBe(true));
