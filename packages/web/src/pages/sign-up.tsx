import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../data/api.ts";
import { fieldError, sentence } from "../data/problem.ts";
import { queries } from "../data/queries.ts";
import { forgetEverything, SHORTEST_PASSWORD } from "../data/session.ts";
import { createSubmit } from "../data/submit.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Gate } from "./gate.tsx";

export function SignUpPage() {
  document.title = "Create an account · Atrium";
  const navigate = useNavigate();
  const [search] = useSearchParams<{ invitation?: string; email?: string }>();
  const deployment = useQuery(() => queries.deployment());
  const [name, setName] = createSignal("");
  const [email, setEmail] = createSignal(search.email ?? "");
  const [password, setPassword] = createSignal("");
  const { busy, error, submit } = createSubmit();
  const [waiting, setWaiting] = createSignal(false);
  const allowed = () =>
    deployment.data?.signUp === "domains" && !search.invitation
      ? `Of ${deployment.data.signUpDomains.join(", ")}`
      : undefined;
  const closed = () => deployment.data?.maintenance || (deployment.data?.signUp === "invitation" && !search.invitation);

  async function signUp() {
    await submit(async () => {
      const { token } = await api.auth.signUp({
        name: name().trim(),
        email: email().trim(),
        password: password(),
        ...(search.invitation ? { invitation: search.invitation } : {}),
      });
      if (token === null) {
        setWaiting(true);
        return;
      }
      forgetEverything();
      navigate("/", { replace: true });
    });
  }

  return (
    <Gate
      title="Create an account"
      lead={
        search.invitation
          ? "You were invited. Choose a password and you are in."
          : "It takes a name, an address and a password."
      }
      foot={
        <>
          Already have one?{" "}
          <A class="link" href="/sign-in">
            Sign in
          </A>
        </>
      }
    >
      <Show
        when={!closed()}
        fallback={
          <Banner tone="info">
            {deployment.data?.maintenance
              ? "No accounts are made during maintenance. Come back when it is over."
              : "New accounts need an invitation. Ask an administrator to send you one."}
          </Banner>
        }
      >
        <Show
          when={!waiting()}
          fallback={
            <Banner tone="ok" title="Look into your mailbox">
              A letter to {email().trim()} has the link that confirms your address. Then you can sign in.
            </Banner>
          }
        >
          <form
            class="flex flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              void signUp();
            }}
          >
            <Field
              label="Name"
              name="name"
              autocomplete="name"
              required
              autofocus
              large
              value={name()}
              onText={setName}
              error={fieldError(error(), "name")}
            />
            <Field
              label="E-mail"
              type="email"
              name="email"
              autocomplete="username"
              required
              large
              help={allowed()}
              value={email()}
              onText={setEmail}
              error={fieldError(error(), "email")}
            />
            <Field
              label="Password"
              type="password"
              name="password"
              autocomplete="new-password"
              required
              minLength={SHORTEST_PASSWORD}
              help={`At least ${SHORTEST_PASSWORD} characters; a few words are best`}
              large
              value={password()}
              onText={setPassword}
              error={fieldError(error(), "password")}
            />
            <Show when={error()}>
              <Banner tone="bad">{sentence(error())}</Banner>
            </Show>
            <Button tone="primary" size="lg" type="submit" busy={busy()} class="mt-1">
              Create account
            </Button>
          </form>
        </Show>
      </Show>
    </Gate>
  );
}
