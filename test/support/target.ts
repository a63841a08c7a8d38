import { inject } from "vitest";
import type { Target } from "./provided.ts";

const provided = inject("system");

/** The system under test; a test file fails here when it did not start (its output was printed by the setup). */
export const target: Target = (() => {
  if ("failure" in provided) throw new Error(provided.failure);
  return provided.target;
})();
