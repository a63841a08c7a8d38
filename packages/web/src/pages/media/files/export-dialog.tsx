import { createSignal, Show } from "solid-js";
import { type AnnotationFormat, annotationFilesApi } from "../../../data/media/annotation-files.ts";
import { fieldError, sentence } from "../../../data/problem.ts";
import { createSubmit } from "../../../data/submit.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { FileRun } from "./file-run.tsx";
import { FormatCards } from "./format-cards.tsx";

type Props = {
  projectId: string;
  /** What the file is about, in words. */
  of: string;
  /** These alone; all of the project where none is named. */
  mediaIds?: string[];
  /** The layers on screen alone. */
  layers?: string[];
  onClose: () => void;
};

/** A file of annotations is asked for; the dialog stays to show how far it is, and may be closed meanwhile. */
export function ExportAnnotations(props: Props) {
  const [format, setFormat] = createSignal<AnnotationFormat>("coco");
  const [name, setName] = createSignal("annotations");
  const [zip, setZip] = createSignal(false);
  const [runId, setRunId] = createSignal<string>();
  const { busy, error, submit } = createSubmit();
  const begin = () =>
    submit(async () => {
      const { mediaIds, layers } = props;
      const only = { ...(mediaIds?.length ? { mediaIds } : {}), ...(layers?.length ? { layers } : {}) };
      const asked = { format: format(), name: name().trim(), ...(zip() ? { archive: "zip" as const } : {}), ...only };
      const run = await annotationFilesApi.export(props.projectId, asked);
      setRunId(run.id);
    });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title="Export annotations"
      description={`What you see of ${props.of}, as a file in the project. Whoever may read the file reads all of it.`}
      width={600}
      onSubmit={() => void begin()}
      foot={
        <Show
          when={runId() === undefined}
          fallback={
            <Button tone="primary" onClick={props.onClose}>
              Close
            </Button>
          }
        >
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!name().trim()}>
            Export
          </Button>
        </Show>
      }
    >
      <Show
        when={runId()}
        fallback={
          <div class="flex flex-col gap-3">
            <FormatCards value={format()} onChange={setFormat} />
            <Field
              label="Name of the file"
              value={name()}
              onText={setName}
              error={fieldError(error(), "name")}
              maxLength={240}
            />
            <Checkbox checked={zip()} onChange={setZip}>
              As a zip, not compressed by gzip
            </Checkbox>
            <Show when={error()}>{(cause) => <Banner tone="bad">{sentence(cause())}</Banner>}</Show>
          </div>
        }
      >
        {(id) => <FileRun id={id()} />}
      </Show>
    </Dialog>
  );
}
