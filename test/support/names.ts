import { randomUUID } from "node:crypto";

/** The tests share one system: nobody may count on a name being free. */
export const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;
