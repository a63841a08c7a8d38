import { useQuery } from "@tanstack/solid-query";
import { createDebounced } from "./debounce.ts";
import { queries } from "./queries.ts";
import type { Principal } from "./types.ts";

const SHOWN = 6;

/** Whom the text may mean, as it is typed. */
export function createPrincipals(text: () => string, accepts: (principal: Principal) => boolean) {
  const settled = createDebounced(() => text().trim(), 200);
  const found = useQuery(() => ({
    ...queries.principals(settled()),
    enabled: settled().length > 0,
    // Without data the page around the box would wait, and the box lose what is typed.
    placeholderData: (previous) => previous ?? { items: [], next: null },
  }));
  return () => (text().trim() === "" ? [] : (found.data?.items ?? []).filter(accepts).slice(0, SHOWN));
}
