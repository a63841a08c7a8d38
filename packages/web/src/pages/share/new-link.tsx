import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import type { Entity, NewShareLink } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { endOf, type Term, terms } from "./terms.ts";

/** What a link is for, until when it works, and whether it lets people download. */
export function NewLink(props: { entity: Entity; onMade: (link: NewShareLink) => void }) {
  const mayGive = () => props.entity.privileges.includes("transfer");
  const [label, setLabel] = createSignal("");
  const [term, setTerm] = createSignal<Term>("30");
  const [download, setDownload] = createSignal(mayGive());
  const { busy, error, submit } = createSubmit();

  async function make() {
    await submit(async () => {
      const { expiresAt = null } = endOf(term());
      const link = { label: label().trim(), download: download(), expiresAt };
      props.onMade(await api.shareLinks.create(props.entity.id, link));
      setLabel("");
    });
  }

  return (
    <form
      class="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div class="flex items-center gap-2">
        <Input
          class="min-w-0 grow"
          aria-label="What the link is for; only those who share see that"
          placeholder="For whom or what"
          maxLength={100}
          value={label()}
          onText={setLabel}
        />
        <Select
          hideLabel
          label="When the link ends"
          class="w-40 shrink-0"
          options={terms}
          value={term()}
          onChange={setTerm}
        />
        <Button type="submit" icon="link" busy={busy()}>
          Make a link
        </Button>
      </div>
      <Checkbox checked={download()} disabled={!mayGive()} onChange={setDownload}>
        May also download
      </Checkbox>
      <Show when={error()}>
        <Banner tone="bad">{sentence(error())}</Banner>
      </Show>
    </form>
  );
}
