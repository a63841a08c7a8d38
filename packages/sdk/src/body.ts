/** Bytes that are read when they are needed, as often as they are: a range of a file on disk. */
export type Range = { size: number; chunks(): AsyncIterable<Uint8Array> };
/** What one part carries. */
export type Body = Blob | Uint8Array<ArrayBuffer> | Range;

export const isRange = (body: Body): body is Range => !(body instanceof Uint8Array || body instanceof Blob);

export const sizeOf = (body: Body) => (body instanceof Uint8Array ? body.byteLength : body.size);

/** A chunk is valid until the next one is asked for: its memory may be used again. */
export async function* chunksOf(body: Body): AsyncIterable<Uint8Array> {
  if (isRange(body)) yield* body.chunks();
  else if (body instanceof Blob) yield* streamed(body);
  else yield body;
}

/** All of it in memory, for a sender that can take nothing else. */
export async function whole(body: Range): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(body.size);
  let at = 0;
  for await (const chunk of body.chunks()) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Not `for await` over the stream: Safari cannot. */
async function* streamed(blob: Blob): AsyncIterable<Uint8Array> {
  const reader = blob.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
