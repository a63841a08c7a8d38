import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import { complain } from "../../data/toast.ts";
import type { Group } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";

/** Asks to be let in, or takes that back. */
export function Join(props: { group: Group; onAsked: () => void }) {
  const me = useMe();
  const requests = useQuery(() => queries.groupRequests(props.group.id));
  const [asking, setAsking] = createSignal(false);
  const [message, setMessage] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const pending = () => requests.data?.items.find(({ user, state }) => user.id === me().user.id && state === "pending");

  const ask = () => {
    setBusy(true);
    api.groups
      .ask(props.group.id, message().trim())
      .then(() => {
        setAsking(false);
        props.onAsked();
      })
      .catch(complain("Your request was not sent"))
      .finally(() => setBusy(false));
  };

  return (
    <Show
      when={pending()}
      fallback={
        <>
          <Button tone="primary" onClick={() => setAsking(true)}>
            Ask to join
          </Button>
          <Dialog
            open={asking()}
            onClose={() => setAsking(false)}
            title={`Join ${props.group.name}`}
            width={440}
            onSubmit={ask}
            foot={
              <>
                <Button onClick={() => setAsking(false)}>Cancel</Button>
                <Button tone="primary" type="submit" busy={busy()}>
                  Ask
                </Button>
              </>
            }
          >
            <Field
              label="Message to its admins"
              value={message()}
              onText={setMessage}
              autofocus
              maxLength={1000}
              placeholder="Optional"
            />
          </Dialog>
        </>
      }
    >
      {(request) => (
        <>
          <span class="text-12 text-fg-2">An admin will decide</span>
          <Button
            onClick={() =>
              void api.groups
                .withdraw(props.group.id, request().id)
                .then(props.onAsked, complain("Your request still stands"))
            }
          >
            Take the request back
          </Button>
        </>
      )}
    </Show>
  );
}
