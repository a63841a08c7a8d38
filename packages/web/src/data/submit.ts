import { createSignal } from "solid-js";

/** What a form sends: whether it is under way, and what went wrong the last time. */
export function createSubmit() {
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  return {
    busy,
    error,
    /** For a form that opens anew. */
    forget: () => setError(undefined),
    /** Does it, and keeps what it throws for the form to show. */
    async submit(act: () => Promise<unknown>): Promise<void> {
      setBusy(true);
      setError(undefined);
      try {
        await act();
      } catch (cause) {
        setError(cause);
      } finally {
        setBusy(false);
      }
    },
  };
}
