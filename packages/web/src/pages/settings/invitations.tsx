import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { day } from "../../data/format.ts";
import { sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { createSubmit } from "../../data/submit.ts";
import { complain } from "../../data/toast.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Input } from "../../ui/input.tsx";

export function InvitationSettings() {
  const invitations = useQuery(() => queries.invitations());
  const [email, setEmail] = createSignal("");
  const { busy, error, submit } = createSubmit();
  const [made, setMade] = createSignal<{ email: string; url: string }>();
  const refresh = () => client.invalidateQueries({ queryKey: ["invitations"] });

  async function invite() {
    await submit(async () => {
      const { url } = await api.invitations.create(email().trim());
      setMade({ email: email().trim(), url });
      setEmail("");
      await refresh();
    });
  }

  return (
    <>
      <p class="mb-3 text-fg-2">
        An invitation is a link for one person. It is mailed where mail is set up, and shown once.
      </p>
      <form
        class="mb-4 flex max-w-md gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void invite();
        }}
      >
        <Input
          icon="mail"
          type="email"
          required
          aria-label="E-mail"
          placeholder="name@example.org"
          value={email()}
          onText={setEmail}
        />
        <Button tone="primary" type="submit" busy={busy()} disabled={!email().trim()}>
          Invite
        </Button>
      </form>
      <Show when={error()}>
        <div class="mb-4">
          <Banner tone="bad">{sentence(error())}</Banner>
        </div>
      </Show>
      <Show when={made()}>
        {(invitation) => (
          <div class="mb-4">
            <Banner
              tone="ok"
              title={`Send this to ${invitation().email}`}
              actions={<CopyButton text={invitation().url} />}
            >
              <code class="break-all">{invitation().url}</code>
            </Banner>
          </div>
        )}
      </Show>
      <Show
        when={!invitations.error}
        fallback={
          <ErrorState
            error={invitations.error}
            what="The invitations did not load"
            onRetry={() => void invitations.refetch()}
          />
        }
      >
        <Show
          when={invitations.data?.items.length !== 0}
          fallback={
            <EmptyState icon="mail" title="Nobody is invited">
              Invitations that are not used yet are listed here.
            </EmptyState>
          }
        >
          <table class="list">
            <thead>
              <tr>
                <th>E-mail</th>
                <th>Valid until</th>
                <th>
                  <span class="sr">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={invitations.data?.items}>
                {(invitation) => (
                  <tr>
                    <td class="font-medium">{invitation.email}</td>
                    <td class="text-fg-2">{day(invitation.expiresAt)}</td>
                    <td class="num">
                      <Button
                        size="sm"
                        tone="ghost"
                        onClick={() =>
                          void api.invitations
                            .remove(invitation.id)
                            .then(refresh, complain("The invitation still works"))
                        }
                      >
                        Withdraw
                      </Button>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </Show>
      </Show>
    </>
  );
}
