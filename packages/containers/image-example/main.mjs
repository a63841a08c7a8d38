// An algorithm as an image of one's own: all that it has to say to Atrium, by Node alone. It looks for passages of a video that
// take unusually many bytes, which is where much moves, and leaves an annotation for each.
//
// What it is given: ATRIUM_URL, ATRIUM_TOKEN, and where there is no network ATRIUM_SOCKET, which then takes the same requests.
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";

const { ATRIUM_URL: base, ATRIUM_TOKEN: token, ATRIUM_SOCKET: socketPath } = process.env;
const PIECE_BYTES = 1024 * 1024;

/** One request; the answer is a stream. Of what failed, what may pass by itself is tried again. */
async function call(method, url, { type, body, authorized = true } = {}) {
  for (let tries = 1; ; tries++) {
    const answer = await new Promise((resolve, reject) => {
      const headers = {
        ...(authorized && { authorization: `Bearer ${token}` }),
        ...(type && { "content-type": type }),
      };
      // The socket alone says where to; without it the address does.
      const request = url.startsWith("https:") && !socketPath ? secure : plain;
      request(url, { method, headers, ...(socketPath && { socketPath }) }, resolve)
        .on("error", reject)
        .end(body);
    });
    if (answer.statusCode < 300) return answer;
    const said = await textOf(answer);
    const passes = answer.statusCode === 429 || answer.statusCode >= 500;
    if (!passes || tries === 5) throw new Error(`${method} ${url} answered ${answer.statusCode}: ${said}`);
    await sleep(1000 * Number(answer.headers["retry-after"] ?? tries));
  }
}

async function textOf(stream) {
  let text = "";
  for await (const piece of stream.setEncoding("utf8")) text += piece;
  return text;
}

const send = async (method, path, value) =>
  JSON.parse(
    (await textOf(await call(method, `${base}${path}`, { type: "application/json", body: JSON.stringify(value) }))) ||
      "null",
  );

/** How far it is, and what is to be read on the page of the run. Answers that nobody waits any more. */
async function report(fraction, message) {
  const entries = message ? [{ level: "info", message }] : [];
  const { cancelled } = await send("POST", "/reports", { progress: { fraction, step: "Look" }, entries });
  if (cancelled) process.exit(1);
}

/** Reads a stream from its beginning, so much at a time, and never holds more than was asked for. */
function reader(stream) {
  const pieces = stream[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await pieces.next();
    if (!done) held = Buffer.concat([held, value]);
    return !done;
  };
  return {
    async take(bytes) {
      while (held.length < bytes) if (!(await more())) return undefined;
      const taken = held.subarray(0, bytes);
      held = held.subarray(bytes);
      return taken;
    },
    async skip(bytes) {
      let left = bytes;
      while (left > held.length) {
        left -= held.length;
        held = Buffer.alloc(0);
        if (!(await more())) return;
      }
      held = held.subarray(left);
    },
  };
}

/** Every rendition is a fragmented MP4 with a fragment for each key frame: how many frames each has, and how many bytes. */
async function fragmentsOf(stream) {
  const from = reader(stream);
  const fragments = [];
  let frames = 0;
  for (let head = await from.take(8); head; head = await from.take(8)) {
    let size = head.readUInt32BE(0) - 8;
    const type = head.toString("latin1", 4, 8);
    if (size === -7) size = Number((await from.take(8)).readBigUInt64BE()) - 16;
    if (type === "moof") frames = framesIn(await from.take(size));
    else {
      if (type === "mdat" && frames > 0) fragments.push({ frames, bytes: size });
      await from.skip(size);
    }
  }
  return fragments;
}

/** The samples of the first run of a fragment's track: its `trun` counts them. */
function framesIn(moof) {
  const at = moof.indexOf("trun", 0, "latin1");
  return at < 0 ? 0 : moof.readUInt32BE(at + 8);
}

/** Passages whose frames take at least so many times the bytes of the middle one. */
function busy(fragments, times) {
  const perFrame = fragments.map(({ frames, bytes }) => bytes / frames);
  const middle = perFrame.toSorted((a, b) => a - b)[Math.floor(perFrame.length / 2)] ?? 0;
  const passages = [];
  let frame = 0;
  for (const [at, { frames }] of fragments.entries()) {
    const last = passages.at(-1);
    if (perFrame[at] >= middle * times) {
      if (last?.endFrame === frame - 1) last.endFrame = frame + frames - 1;
      else passages.push({ frame, endFrame: frame + frames - 1 });
    }
    frame += frames;
  }
  return passages;
}

const job = JSON.parse(await textOf(await call("GET", base)));
const given = Object.fromEntries(job.inputs.map((input) => [input.name, input.files ?? input.value]));
let piece = 0;
let lines = "";

/** In pieces, each of which may be sent again without harm. Nothing of it is written before the result is handed in. */
async function flush() {
  if (lines === "") return;
  piece += 1;
  await call("PUT", `${base}/results/${piece}`, { type: "application/x-ndjson", body: lines });
  lines = "";
}

try {
  for (const [at, media] of given.media.entries()) {
    await report(at / given.media.length, `${media.name}: ${media.frames ?? 1} frames`);
    if (media.dtype !== "video") continue;
    const fragments = await fragmentsOf(await call("GET", media.url, { authorized: false }));
    for (const passage of busy(fragments, given.times ?? 1.5))
      lines += `${JSON.stringify({ kind: "state", media: media.id, type: given.type ?? "Busy", ...passage })}\n`;
    if (lines.length > PIECE_BYTES) await flush();
  }
  await flush();
  await send("POST", "/result", {});
} catch (error) {
  await send("POST", "/result", { error: { message: String(error.message) } });
  throw error;
}
