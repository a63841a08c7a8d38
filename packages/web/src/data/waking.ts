import { createSignal } from "solid-js";

/** True while a request waits for a database that scaled to zero; the shell says so. */
export const [waking, setWaking] = createSignal(false);
