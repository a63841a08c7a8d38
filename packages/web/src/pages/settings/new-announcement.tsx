import { createEffect, createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { TextArea } from "../../ui/text-area.tsx";

const time = (local: string) => new Date(local).toISOString();

export function NewAnnouncement(props: { open: boolean; onClose: () => void; onMade: () => void }) {
  const [title, setTitle] = createSignal("");
  const [body, setBody] = createSignal("");
  const [from, setFrom] = createSignal("");
  const [until, setUntil] = createSignal("");
  const [isWarning, setWarning] = createSignal(false);
  const [dismissible, setDismissible] = createSignal(true);
  const { busy, error, forget, submit } = createSubmit();

  createEffect(() => {
    if (!props.open) return;
    for (const clear of [setTitle, setBody, setFrom, setUntil]) clear("");
    setWarning(false);
    setDismissible(true);
    forget();
  });

  async function tell() {
    await submit(async () => {
      await api.announcements.create({
        ...{ title: title().trim(), body: body().trim(), dismissible: dismissible() },
        tone: isWarning() ? "warning" : "info",
        until: until() ? time(until()) : null,
        ...(from() ? { from: time(from()) } : {}),
      });
      props.onMade();
      props.onClose();
    });
  }

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="New announcement"
      width={460}
      onSubmit={() => void tell()}
      foot={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!title().trim()}>
            Announce
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Field label="Title" value={title()} onText={setTitle} autofocus maxLength={120} />
        <TextArea label="Text" rows={3} value={body()} onText={setBody} maxLength={2000} help="Plain text" />
        <div class="flex gap-3">
          <Field label="From" type="datetime-local" value={from()} onText={setFrom} help="Now, when left empty" />
          <Field
            label="Until"
            type="datetime-local"
            value={until()}
            onText={setUntil}
            help="For ever, when left empty"
            error={fieldError(error(), "until")}
          />
        </div>
        <Checkbox checked={isWarning()} onChange={setWarning}>
          It warns of something
        </Checkbox>
        <Checkbox checked={dismissible()} onChange={setDismissible}>
          People may put it away
        </Checkbox>
        <Show when={error()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
