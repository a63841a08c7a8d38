import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { loaded } from "../../data/loaded.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CodeField } from "./code-field.tsx";

/** From a key to the first code; the recovery codes it ends with are whoever's asked for it to show. */
export function Enrol(props: { onCodes: (codes: string[]) => void }) {
  const begun = useQuery(() => ({
    queryKey: ["enrolment"],
    queryFn: () => api.secondFactor.begin(),
    // Each answer is another key.
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false, refetchOnWindowFocus: false },
  }));
  const [code, setCode] = createSignal("");
  const { busy, error, submit } = createSubmit();
  const confirm = () =>
    submit(async () => props.onCodes((await api.secondFactor.confirm(code().trim())).recoveryCodes));
  const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");

  return (
    <form
      class="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Show when={begun.error}>
        <Banner tone="bad">{sentence(begun.error)}</Banner>
      </Show>
      <div class="flex flex-col gap-2">
        <p class="text-fg-2">
          1. Type this key into an app that makes codes, or{" "}
          <Show when={loaded(begun)} fallback="follow its link">
            {(made) => (
              <a class="link" href={made().uri}>
                follow its link
              </a>
            )}
          </Show>{" "}
          on the phone that has one.
        </p>
        <Show when={loaded(begun)} fallback={<Skeleton height="32px" />}>
          {(made) => (
            <div class="flex items-center gap-2">
              <code class="min-w-0 grow break-words">{grouped(made().secret)}</code>
              <CopyButton text={made().secret} label="Copy" />
            </div>
          )}
        </Show>
      </div>
      <p class="text-fg-2">2. Type the six digits that it shows.</p>
      <CodeField code={code()} onCode={setCode} error={fieldError(error(), "code")} />
      <Show when={error() && !fieldError(error(), "code")}>
        <Banner tone="bad">{sentence(error())}</Banner>
      </Show>
      <Button tone="primary" type="submit" busy={busy()} disabled={code().trim().length < 6}>
        Turn on
      </Button>
    </form>
  );
}
