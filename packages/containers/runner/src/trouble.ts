/** What another try would meet again; its message is for whoever started the run. */
export class Hopeless extends Error {}

/** The run was cancelled, or this process told to stop: nobody waits for a result. */
export class Stopped extends Error {}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
