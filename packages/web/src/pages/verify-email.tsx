import { A } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { api } from "../data/api.ts";
import { takeToken } from "../data/link-token.ts";
import { isProblem, sentence } from "../data/problem.ts";
import { createSubmit } from "../data/submit.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Gate } from "./gate.tsx";

/** Confirms at the press of a button: programs that look through mail follow links, and must not confirm anything. */
export function VerifyEmailPage() {
  document.title = "Confirm your address · Atrium";
  const token = takeToken();
  const [done, setDone] = createSignal(false);
  const { busy, error, submit } = createSubmit();
  const isSpent = () => !token || isProblem(error(), "auth.invalid_token", "auth.token_expired");

  async function confirm() {
    await submit(async () => {
      await api.auth.verify(token);
      setDone(true);
    });
  }

  return (
    <Gate
      title="Confirm your address"
      lead="Then Atrium knows that the account is yours."
      foot={
        <A class="link" href="/sign-in">
          {done() ? "Sign in" : "Back to sign-in"}
        </A>
      }
    >
      <Switch
        fallback={
          <div class="flex flex-col gap-3">
            <p>Confirm only if you made the account yourself.</p>
            <Show when={error()}>
              <Banner tone="bad">{sentence(error())}</Banner>
            </Show>
            <Button tone="primary" size="lg" busy={busy()} onClick={() => void confirm()}>
              Confirm
            </Button>
          </div>
        }
      >
        <Match when={done()}>
          <Banner tone="ok">Your address is confirmed. Sign in to begin.</Banner>
        </Match>
        <Match when={isSpent()}>
          <Banner tone="warn">This link is no longer good. Sign in, and a new one comes by e-mail.</Banner>
        </Match>
      </Switch>
    </Gate>
  );
}
