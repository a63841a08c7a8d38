import { useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { bytes } from "../../data/format.ts";
import { fetchNotebook, notebooksAPI } from "../../data/notebook/api.ts";
import { useSignedIn } from "../../data/session.ts";
import { complain } from "../../data/toast.ts";
import type { FileEntity } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Content } from "./content.tsx";
import { ExportMenu } from "./export-menu.tsx";

/** Larger ones are for Jupyter. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What is in a file that is a notebook, such as one that a run has executed. */
export function NotebookFile(props: { file: FileEntity }) {
  const isSmall = () => props.file.bytes <= MOST_BYTES;
  const content = useQuery(() => ({
    queryKey: ["file", props.file.id, "notebook"],
    queryFn: (asked: { signal: AbortSignal }) => fetchNotebook(api.files.download(props.file.id), asked),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isSmall(),
  }));
  return (
    <Show
      when={isSmall()}
      fallback={
        <EmptyState icon="notebook" title="Too large to show">
          It has {bytes(props.file.bytes)}. Download it and open it in Jupyter.
        </EmptyState>
      }
    >
      <Content query={content} />
    </Show>
  );
}

/** What can be done with such a file beside what can be done with any. */
export function NotebookFileActions(props: { file: FileEntity }) {
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const [busy, setBusy] = createSignal(false);
  const keep = () => {
    setBusy(true);
    notebooksAPI
      .create({ projectId: props.file.projectId ?? "", fileId: props.file.id })
      .then(async ({ id }) => {
        await client.invalidateQueries({ queryKey: ["items", props.file.projectId] });
        navigate(`/notebooks/${id}`);
      })
      .catch(complain(`No notebook was made of ${props.file.name}`))
      .finally(() => setBusy(false));
  };
  return (
    <Show when={signedIn && props.file.projectId}>
      <ExportMenu what={{ file: props.file.id }} name={props.file.name} />
      <Button tone="primary" icon="notebook" busy={busy()} onClick={keep}>
        Make a notebook
      </Button>
    </Show>
  );
}
