import { createEffect, createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import type { NewWebhook } from "../../data/types-collaboration.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";

type Props = { project: string; open: boolean; onClose: () => void; onMade: (webhook: NewWebhook) => void };

export function NewWebhookDialog(props: Props) {
  const [url, setURL] = createSignal("");
  const [types, setTypes] = createSignal("*");
  const { busy, error, forget, submit } = createSubmit();
  createEffect(() => {
    if (!props.open) return;
    setURL("");
    setTypes("*");
    forget();
  });
  const wanted = () =>
    types()
      .split(/[\s,]+/)
      .filter((type) => type !== "");

  async function create() {
    await submit(async () => {
      props.onMade(await api.webhooks.create(props.project, { url: url().trim(), types: wanted() }));
    });
  }

  const typesError = () => (error() && !fieldError(error(), "url") ? sentence(error()) : undefined);
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="New webhook"
      width={480}
      onSubmit={() => void create()}
      foot={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!url().trim() || wanted().length === 0}>
            Create webhook
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Field
          label="Address"
          value={url()}
          onText={setURL}
          error={fieldError(error(), "url")}
          autofocus
          placeholder="https://example.org/hooks/atrium"
          help="An https address on the public internet"
        />
        <Field
          label="Events"
          value={types()}
          onText={setTypes}
          help="* for all, or types such as table.created, file.*, comment.posted"
        />
        <Show when={typesError()}>{(text) => <Banner tone="bad">{text()}</Banner>}</Show>
      </div>
    </Dialog>
  );
}
