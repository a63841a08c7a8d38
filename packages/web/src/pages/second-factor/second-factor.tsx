import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, Match, Show, Switch } from "solid-js";
import { api } from "../../data/api.ts";
import { loaded } from "../../data/loaded.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { forgetEverything, safeReturn } from "../../data/session.ts";
import { createSubmit } from "../../data/submit.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Gate } from "../gate.tsx";
import { CodeField } from "./code-field.tsx";
import { Enrol } from "./enrol.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Between the first proof and the site: the code, or setting up what makes codes where that is required. */
export function SecondFactorPage() {
  document.title = "Second factor · Atrium";
  const navigate = useNavigate();
  const [search] = useSearchParams<{ return?: string }>();
  const awaited = useQuery(() => queries.awaited());
  const [codes, setCodes] = createSignal<string[]>();
  const goOn = () => {
    forgetEverything();
    navigate(safeReturn(search.return), { replace: true });
  };
  // Nothing is missing, or nobody signed in: the page that was asked for says which.
  createEffect(() => loaded(awaited)?.awaits === null && !codes() && goOn());
  const enrols = () => loaded(awaited)?.awaits === "enrolment" || codes() !== undefined;

  return (
    <Gate
      title={enrols() ? "Set up a second factor" : "Enter the code"}
      lead={
        enrols()
          ? "It is required here: an app that makes codes, beside how you sign in."
          : "Of the app that makes codes for you, or one of your recovery codes."
      }
      foot={
        <A class="link" href="/sign-in" onClick={() => void api.auth.signOut()}>
          Sign in as somebody else
        </A>
      }
    >
      <Switch fallback={<Skeleton height="96px" />}>
        <Match when={codes()}>{(made) => <RecoveryCodes codes={made()} onDone={goOn} />}</Match>
        <Match when={awaited.error}>
          <Banner tone="bad">{sentence(awaited.error)}</Banner>
        </Match>
        <Match when={loaded(awaited)?.awaits === "code"}>
          <Check onDone={goOn} />
        </Match>
        <Match when={loaded(awaited)?.awaits === "enrolment"}>
          <Enrol onCodes={setCodes} />
        </Match>
      </Switch>
    </Gate>
  );
}

function Check(props: { onDone: () => void }) {
  const [code, setCode] = createSignal("");
  const { busy, error, submit } = createSubmit();
  const check = () =>
    submit(async () => {
      await api.secondFactor.check(code().trim());
      props.onDone();
    });
  return (
    <form
      class="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <CodeField large code={code()} onCode={setCode} error={fieldError(error(), "code")} />
      <Show when={error() && !fieldError(error(), "code")}>
        <Banner tone="bad">{sentence(error())}</Banner>
      </Show>
      <Button tone="primary" size="lg" type="submit" busy={busy()} disabled={code().trim().length < 6}>
        Go on
      </Button>
    </form>
  );
}
