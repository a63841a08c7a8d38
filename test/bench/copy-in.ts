import type pg from "pg";

/** What of the driver's connection a COPY takes; its types leave it out. */
type Wire = { query(sql: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

/** Sends rows in COPY's text format. */
export const copyIn = (db: pg.Client, sql: string, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let failure: Error | undefined;
    const nothing = () => undefined;
    const copy = {
      submit: (wire: Wire) => wire.query(sql),
      handleCopyInResponse(wire: Wire) {
        wire.sendCopyFromChunk(Buffer.from(text));
        wire.endCopyFrom();
      },
      handleError(error: Error) {
        failure = error;
      },
      handleReadyForQuery: () => (failure ? reject(failure) : resolve()),
      handleCommandComplete: nothing,
      handlePortalSuspended: nothing,
      handleRowDescription: nothing,
      handleDataRow: nothing,
      handleEmptyQuery: nothing,
    };
    db.query(copy as unknown as pg.Submittable);
  });
