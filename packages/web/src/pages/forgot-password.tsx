import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { api } from "../data/api.ts";
import { sentence } from "../data/problem.ts";
import { createSubmit } from "../data/submit.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Gate } from "./gate.tsx";

export function ForgotPasswordPage() {
  document.title = "Forgotten password · Atrium";
  const [email, setEmail] = createSignal("");
  const [sentTo, setSentTo] = createSignal<string>();
  const { busy, error, submit } = createSubmit();

  async function ask() {
    await submit(async () => {
      await api.auth.requestReset(email().trim());
      setSentTo(email().trim());
    });
  }

  return (
    <Gate
      title="Forgotten password"
      lead="Choose a new one by a link that comes by e-mail."
      foot={
        <A class="link" href="/sign-in">
          Back to sign-in
        </A>
      }
    >
      <Show
        when={!sentTo()}
        fallback={
          <Banner tone="ok" title="Look into your mailbox">
            If {sentTo()} has an account here, a link is on its way. It works once, within an hour.
          </Banner>
        }
      >
        <form
          class="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <Field
            label="E-mail"
            type="email"
            name="email"
            autocomplete="username"
            required
            autofocus
            large
            value={email()}
            onText={setEmail}
          />
          <Show when={error()}>
            <Banner tone="bad">{sentence(error())}</Banner>
          </Show>
          <Button tone="primary" size="lg" type="submit" busy={busy()} class="mt-1">
            Send the link
          </Button>
        </form>
      </Show>
    </Gate>
  );
}
