/** What global setups hand to the tests (only plain data crosses to the worker). */
export type Target = {
  url: string;
  apiKey: string;
  email: string | null;
  password: string | null;
  /** Null when the target is a deployed stage. */
  home: string | null;
};

declare module "vitest" {
  interface ProvidedContext {
    system: { target: Target } | { failure: string };
    postgres: { environment: Record<string, string> } | { failure: string };
  }
}
