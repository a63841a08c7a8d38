import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { annotationsAPI } from "../../../annotator/remote/annotations.ts";
import { loaded } from "../../../data/loaded.ts";
import { type AnnotationFormat, annotationFilesApi, formatOf } from "../../../data/media/annotation-files.ts";
import { fieldError, sentence } from "../../../data/problem.ts";
import { createSubmit } from "../../../data/submit.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Select } from "../../../ui/select.tsx";
import { EntityInput } from "../../functions/entity-input.tsx";
import { FileRun } from "./file-run.tsx";
import { FormatCards } from "./format-cards.tsx";

const [FIRST, NEW] = ["first", "new"];

type Props = {
  projectId: string;
  /** What a file is about that does not say. */
  media?: { id: string; name: string };
  mayManage: boolean;
  onClose: () => void;
};

/** A file of the project is taken in; the dialog stays to show how far it is, and may be closed meanwhile. */
export function ImportAnnotations(props: Props) {
  const [format, setFormat] = createSignal<AnnotationFormat>("coco");
  const [file, setFile] = createSignal<{ id: string; name: string }>();
  const [layer, setLayer] = createSignal(FIRST);
  const [newLayer, setNewLayer] = createSignal("");
  const [createTypes, setCreateTypes] = createSignal(false);
  const [keepGood, setKeepGood] = createSignal(false);
  const [onlyHere, setOnlyHere] = createSignal(false);
  const [runId, setRunId] = createSignal<string>();
  const { busy, error, submit } = createSubmit();
  const layers = useQuery(() => ({
    queryKey: ["layers", props.projectId],
    queryFn: ({ signal }) => annotationsAPI.layers(props.projectId, { signal }),
  }));
  const choices = () => [
    { value: FIRST, label: "The project's first" },
    ...(loaded(layers) ?? []).map(({ id, name }) => ({ value: id, label: name })),
    { value: NEW, label: "A new layer…" },
  ];
  const choose = (chosen: { id: string; name: string } | undefined) => {
    setFile(chosen);
    const likely = chosen && formatOf(chosen.name);
    if (likely) setFormat(likely);
  };
  const begin = () =>
    submit(async () => {
      const run = await annotationFilesApi.import(props.projectId, {
        ...{ format: format(), fileId: file()?.id ?? "", createTypes: createTypes(), keepGood: keepGood() },
        ...(layer() === NEW ? { newLayer: newLayer().trim() } : layer() === FIRST ? {} : { layerId: layer() }),
        ...(props.media && onlyHere() ? { mediaId: props.media.id } : {}),
      });
      setRunId(run.id);
    });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title="Import annotations"
      description="Of a file of the project. Media are found by their names, classes by the names of types; the same file again doubles nothing."
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
          <Button
            tone="primary"
            type="submit"
            busy={busy()}
            disabled={!file() || (layer() === NEW && !newLayer().trim())}
          >
            Import
          </Button>
        </Show>
      }
    >
      <Show
        when={runId()}
        fallback={
          <div class="flex flex-col gap-3">
            <EntityInput
              label="File"
              kind="file"
              onChoose={choose}
              error={fieldError(error(), "fileId")}
              help="Upload it first where it is not here yet"
            />
            <FormatCards value={format()} onChange={setFormat} />
            <div class="grid grid-cols-2 gap-3 max-[599px]:grid-cols-1">
              <Select
                label="Onto the layer"
                options={choices()}
                value={layer()}
                onChange={setLayer}
                error={fieldError(error(), "layerId")}
              />
              <Show when={layer() === NEW}>
                <Field
                  label="Its name"
                  value={newLayer()}
                  onText={setNewLayer}
                  error={fieldError(error(), "newLayer")}
                  maxLength={255}
                />
              </Show>
            </div>
            <Show when={props.media}>
              {(media) => (
                <Checkbox checked={onlyHere()} onChange={setOnlyHere}>
                  All of it is about {media().name}
                </Checkbox>
              )}
            </Show>
            <Show when={props.mayManage}>
              <Checkbox checked={createTypes()} onChange={setCreateTypes}>
                Make types for classes that have none
              </Checkbox>
            </Show>
            <Checkbox checked={keepGood()} onChange={setKeepGood}>
              Keep what is right where something is wrong
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
