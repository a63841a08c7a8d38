import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { loaded } from "../../data/loaded.ts";
import { sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import { createSubmit } from "../../data/submit.ts";
import { complain, toast } from "../../data/toast.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";

/** Somebody who always came in by a provider has none, and gets one as one that was forgotten is replaced. */
export function Password() {
  const me = useMe();
  const deployment = useQuery(() => queries.deployment());
  const signIns = useQuery(() => queries.signIns());
  const hasNone = () => loaded(signIns)?.items.every(({ kind }) => kind !== "password") ?? false;
  const send = () =>
    void api.auth
      .requestReset(me().user.email)
      .then(
        () => toast("A link is on its way", { tone: "ok", detail: me().user.email }),
        complain("The link was not sent"),
      );

  return (
    <section>
      <h2 class="mb-3">Password</h2>
      <Show when={hasNone()} fallback={<ChangePassword />}>
        <p class="mb-3 text-fg-2">You have no password: you come in by the sign-ins above.</p>
        <Show
          when={loaded(deployment)?.mail}
          fallback={<p class="text-12 text-fg-3">This deployment sends no mail, by which one is chosen.</p>}
        >
          <Button onClick={send}>Send me a link to choose one</Button>
        </Show>
      </Show>
    </section>
  );
}

function ChangePassword() {
  const [current, setCurrent] = createSignal("");
  const [next, setNext] = createSignal("");
  const { busy, error, submit } = createSubmit();

  async function change() {
    await submit(async () => {
      await api.auth.changePassword({ currentPassword: current(), newPassword: next(), revokeOtherSessions: true });
      toast("The password is changed", { tone: "ok", detail: "Other browsers were signed out." });
      setCurrent("");
      setNext("");
    });
  }

  return (
    <form
      class="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <Field
        label="Current password"
        type="password"
        autocomplete="current-password"
        value={current()}
        onText={setCurrent}
      />
      <Field
        label="New password"
        type="password"
        autocomplete="new-password"
        minLength={10}
        value={next()}
        onText={setNext}
        help="At least 10 characters"
      />
      <Show when={error()}>
        <Banner tone="bad">{sentence(error())}</Banner>
      </Show>
      <div>
        <Button type="submit" busy={busy()} disabled={!current() || next().length < 10}>
          Change password
        </Button>
      </div>
    </form>
  );
}
