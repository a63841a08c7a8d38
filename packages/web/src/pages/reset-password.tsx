import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { api } from "../data/api.ts";
import { takeToken } from "../data/link-token.ts";
import { isProblem, sentence } from "../data/problem.ts";
import { SHORTEST_PASSWORD } from "../data/session.ts";
import { createSubmit } from "../data/submit.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Gate } from "./gate.tsx";

export function ResetPasswordPage() {
  document.title = "New password · Atrium";
  const token = takeToken();
  const [password, setPassword] = createSignal("");
  const [done, setDone] = createSignal(false);
  const { busy, error, submit } = createSubmit();
  const isSpent = () => !token || isProblem(error(), "auth.invalid_token");

  async function reset() {
    await submit(async () => {
      await api.auth.resetPassword({ token, newPassword: password() });
      setDone(true);
    });
  }

  return (
    <Gate
      title="New password"
      lead="It replaces the old one and signs you out everywhere."
      foot={
        <A class="link" href={isSpent() ? "/forgot-password" : "/sign-in"}>
          {isSpent() ? "Ask for a new link" : "Back to sign-in"}
        </A>
      }
    >
      <Show when={!isSpent()} fallback={<Banner tone="warn">This link was used, or its hour is over.</Banner>}>
        <Show when={!done()} fallback={<Banner tone="ok">Your new password works. Sign in with it.</Banner>}>
          <form
            class="flex flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              void reset();
            }}
          >
            <Field
              label="New password"
              type="password"
              name="password"
              autocomplete="new-password"
              required
              autofocus
              minLength={SHORTEST_PASSWORD}
              help={`At least ${SHORTEST_PASSWORD} characters; a few words are best`}
              large
              value={password()}
              onText={setPassword}
            />
            <Show when={error()}>
              <Banner tone="bad">{sentence(error())}</Banner>
            </Show>
            <Button tone="primary" size="lg" type="submit" busy={busy()} class="mt-1">
              Set the password
            </Button>
          </form>
        </Show>
      </Show>
    </Gate>
  );
}
