/** Bytes as a web stream that is read at the client's pace; a client that goes away stops the query. */
export function streamOf(bytes: AsyncGenerator<Uint8Array>, giveUp: AbortController): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        giveUp.abort();
        await bytes.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
