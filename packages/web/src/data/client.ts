import { QueryClient } from "@tanstack/solid-query";
import { isProblem } from "./problem.ts";

/** The transport has already repeated what is worth repeating; what it throws as a Problem is final. */
const worthRetry = (error: unknown) => !isProblem(error);

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 10 * 60_000,
      retry: (count, error) => count < 2 && worthRetry(error),
      retryDelay: (attempt) => Math.min(4000, 500 * 2 ** attempt),
      throwOnError: false,
    },
  },
});
