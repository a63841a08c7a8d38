import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Field } from "../../ui/field.tsx";
import { useProject } from "./context.ts";

/** The last part of a project's address; old ones lead on to it. */
export function Address() {
  const project = useProject();
  const [slug, setSlug] = createSignal(project().slug);
  const { busy, error, submit } = createSubmit();
  const url = () => new URL(project().path ?? `/projects/${project().id}`, location.origin).href;

  async function save() {
    await submit(async () => {
      const next = await api.projects.update(project().id, { slug: slug().trim() }, project().revision);
      client.setQueryData(["project", next.id], next);
      toast("The address is changed", { detail: "Links to the old one still lead here.", tone: "ok" });
    });
  }

  return (
    <section class="mt-10 border-t border-line pt-5">
      <h2 class="mb-1">Address</h2>
      <p class="mb-3 flex flex-wrap items-center gap-2 text-fg-2">
        <span class="font-mono text-12 break-all">{url()}</span>
        <CopyButton text={url()} />
      </p>
      <Show when={project().privileges.includes("manage")}>
        <form
          class="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Field
            label="Last part of the address"
            help="Small letters, digits and hyphens. Links to the old address still lead here."
            value={slug()}
            onText={setSlug}
            error={fieldError(error(), "slug")}
            maxLength={100}
          />
          <Show when={error() && !fieldError(error(), "slug")}>
            <Banner tone="bad">{sentence(error())}</Banner>
          </Show>
          <div>
            <Button type="submit" busy={busy()} disabled={!slug().trim() || slug().trim() === project().slug}>
              Change address
            </Button>
          </div>
        </form>
      </Show>
    </section>
  );
}
