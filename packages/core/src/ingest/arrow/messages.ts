import { type FileHandle, open } from "node:fs/promises";
import { Message } from "apache-arrow";
import { Footer } from "apache-arrow/ipc/metadata/file";
import { AppError } from "../../error/index.ts";

const MAGIC = Buffer.from("ARROW1");
/** The magic and two bytes of padding. */
const HEAD_BYTES = 8;
/** The footer's length and the magic again. */
const TAIL_BYTES = 10;
const CONTINUATION = -1;
const PREFIX_BYTES = 8;
const MIB = 1024 * 1024;
const MAX_METADATA_BYTES = 64 * MIB;
/** A record batch is held in memory; writers make them of a few megabytes. */
const MAX_BODY_BYTES = 512 * MIB;

/** The file breaks off within a message. */
export class CutShort extends Error {
  override readonly name = "CutShort";
}

type Reading = { signal?: AbortSignal; beginning?: boolean };

/** The messages of a file or a stream, each as its bytes; one in memory at a time. */
export async function* messagesOf(path: string, { signal, beginning }: Reading = {}): AsyncGenerator<Uint8Array> {
  await using file = await open(path, "r");
  const { size } = await file.stat();
  const isFile = (await whole(file, 0, Math.min(size, MAGIC.length))).equals(MAGIC);
  // A file is a stream within a frame, but only its end says so for sure; of a beginning there is no end.
  const messages = isFile && !beginning ? byFooter(file, size) : inOrder(file, size, isFile ? HEAD_BYTES : 0);
  for await (const message of messages) {
    signal?.throwIfAborted();
    yield message;
  }
}

async function* inOrder(file: FileHandle, size: number, from: number): AsyncGenerator<Uint8Array> {
  // A stream may end with a message that says so, or with its bytes.
  for (let at = from; at < size; ) {
    const prefix = await whole(file, at, PREFIX_BYTES);
    const length = prefix.readInt32LE(4);
    if (prefix.readInt32LE(0) !== CONTINUATION || length < 0 || length > MAX_METADATA_BYTES)
      throw new RangeError("frame");
    if (length === 0) return;
    const body = Number(Message.decode(await whole(file, at + PREFIX_BYTES, length)).bodyLength);
    const bytes = PREFIX_BYTES + length + bounded(body);
    yield await whole(file, at, bytes);
    at += bytes;
  }
}

async function* byFooter(file: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  const tail = await whole(file, size - TAIL_BYTES, TAIL_BYTES);
  const length = tail.readInt32LE(0);
  if (!tail.subarray(4).equals(MAGIC) || length <= 0 || length > MAX_METADATA_BYTES) throw new CutShort();
  const footer = Footer.decode(await whole(file, size - TAIL_BYTES - length, length));
  yield framed(Message.encode(Message.from(footer.schema)));
  for (const blocks of [footer.dictionaryBatches(), footer.recordBatches()])
    for (const { offset, metaDataLength, bodyLength } of blocks) {
      if (!(metaDataLength > 0 && metaDataLength <= MAX_METADATA_BYTES)) throw new RangeError("metadata");
      yield await whole(file, Number(offset), metaDataLength + bounded(Number(bodyLength)));
    }
}

/** Metadata as a message without a body. */
function framed(metadata: Uint8Array): Uint8Array {
  const length = Math.ceil(metadata.length / 8) * 8;
  const message = Buffer.alloc(PREFIX_BYTES + length);
  message.writeInt32LE(CONTINUATION, 0);
  message.writeInt32LE(length, 4);
  message.set(metadata, PREFIX_BYTES);
  return message;
}

function bounded(body: number): number {
  if (!(body >= 0)) throw new RangeError("body");
  if (body <= MAX_BODY_BYTES) return body;
  throw new AppError(
    "unprocessable",
    "import.arrow_batch_too_large",
    "A record batch of the file is larger than 512 MB. Write it with smaller record batches.",
  );
}

async function whole(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, length));
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = at < 0 ? { bytesRead: 0 } : await file.read(buffer, filled, length - filled, at + filled);
    if (bytesRead === 0) throw new CutShort();
    filled += bytesRead;
  }
  return buffer;
}
