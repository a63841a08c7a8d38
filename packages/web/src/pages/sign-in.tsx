import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../data/api.ts";
import { isProblem, sentence } from "../data/problem.ts";
import { providerError } from "../data/provider-error.ts";
import { queries } from "../data/queries.ts";
import { forgetEverything, safeReturn } from "../data/session.ts";
import { createSubmit } from "../data/submit.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Gate } from "./gate.tsx";
import { ProviderButtons } from "./provider-buttons.tsx";

export function SignInPage() {
  document.title = "Sign in · Atrium";
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const deployment = useQuery(() => queries.deployment());
  const [email, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");
  const { busy, error, submit } = createSubmit();

  async function signIn() {
    await submit(async () => {
      await api.auth.signIn({ email: email().trim(), password: password() });
      forgetEverything();
      navigate(safeReturn(search.return), { replace: true });
    });
  }

  const message = () => {
    const cause = error();
    if (isProblem(cause) && (cause.status === 401 || cause.status === 400))
      return "The e-mail address or the password is not right.";
    if (isProblem(cause, "auth.email_not_verified"))
      return "Confirm your address first: a new link is on its way to your mailbox.";
    return sentence(cause);
  };

  return (
    <Gate
      title="Sign in"
      lead="Your tables, files and runs are one step away."
      foot={
        <Show
          when={deployment.data && deployment.data.signUp !== "invitation"}
          fallback="New here? Ask an administrator for an invitation."
        >
          New here?{" "}
          <A class="link" href="/sign-up">
            Create an account
          </A>
        </Show>
      }
    >
      <ProviderButtons providers={deployment.data?.providers ?? []} to={safeReturn(search.return)} />
      <Show when={providerError(search.error)}>
        {(told) => (
          <div class="mb-4">
            <Banner tone="bad">{told()}</Banner>
          </div>
        )}
      </Show>
      <form
        class="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
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
        <Field
          label="Password"
          type="password"
          name="password"
          autocomplete="current-password"
          required
          large
          value={password()}
          onText={setPassword}
        />
        <Show when={error()}>
          <Banner tone="bad">{message()}</Banner>
        </Show>
        <Button tone="primary" size="lg" type="submit" busy={busy()} class="mt-1">
          Sign in
        </Button>
        <Show when={deployment.data?.mail}>
          <A class="link text-12" href="/forgot-password">
            Forgotten your password?
          </A>
        </Show>
      </form>
    </Gate>
  );
}
