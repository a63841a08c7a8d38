import { Show } from "solid-js";
import { createStore } from "solid-js/store";
import { mediaApi } from "../../../data/media/api.ts";
import { type Codec, emptyType, fromTypeForm, toTypeForm, withCodec } from "../../../data/media/type-form.ts";
import type { MediaDtype, MediaType } from "../../../data/media/types.ts";
import { fieldError, sentence } from "../../../data/problem.ts";
import { createSubmit } from "../../../data/submit.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { type Option, Select } from "../../../ui/select.tsx";

const DTYPES: Option<MediaDtype>[] = [
  { value: "video", label: "Videos" },
  { value: "image", label: "Pictures" },
  { value: "multi", label: "Side by side" },
  { value: "live", label: "Live" },
];
const CODECS: Option<Codec>[] = [
  { value: "h264", label: "H.264", help: "Plays everywhere, quickest to make" },
  { value: "hevc", label: "HEVC", help: "About half the size; not in every browser" },
  { value: "av1", label: "AV1", help: "Smallest; takes several times as long to make" },
];
const ARCHIVAL: Option<MediaType["transcode"]["archival"]>[] = [
  { value: "copy", label: "Its streams as they are" },
  { value: "hevc", label: "As HEVC, smaller" },
  { value: "none", label: "None; the original is kept in any case" },
];

type Props = { projectId: string; type: MediaType | undefined; onClose: () => void; onSaved: () => void };

/** A type of media: how it is made playable, and how it begins to play. */
export function MediaTypeDialog(props: Props) {
  const [form, setForm] = createStore(props.type ? toTypeForm(props.type) : { ...emptyType });
  const { busy, error, submit } = createSubmit();
  const save = () =>
    submit(async () => {
      const body = fromTypeForm(form, props.type === undefined);
      await (props.type ? mediaApi.updateType(props.type, body) : mediaApi.createType(props.projectId, body));
      props.onSaved();
    });
  const known = ["name", "crf", "preset", "heights", "volume", "overlay"];
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.type ? `Change ${props.type.name}` : "New type of media"}
      description="What was made already stays as it is; what is made from now on is made so."
      width={520}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!form.name.trim()}>
            Save
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Field
          label="Name"
          value={form.name}
          onText={(name) => setForm({ name })}
          error={fieldError(error(), "name")}
          maxLength={255}
          autofocus
        />
        <Select
          label="What it is of"
          options={DTYPES}
          value={form.dtype}
          onChange={(dtype) => setForm({ dtype })}
          disabled={props.type !== undefined}
        />
        <Show when={form.dtype === "video"}>
          <Select label="Codec" options={CODECS} value={form.codec} onChange={(codec) => setForm(withCodec(codec))} />
          <div class="grid grid-cols-2 gap-3">
            <Field
              label="Quality (CRF)"
              value={form.crf}
              onText={(crf) => setForm({ crf })}
              help="Smaller is better and larger"
              inputMode="numeric"
              error={fieldError(error(), "crf")}
            />
            <Field
              label="Preset"
              value={form.preset}
              onText={(preset) => setForm({ preset })}
              help={form.codec === "av1" ? "0 (slowest) to 13" : "ultrafast to veryslow"}
              error={fieldError(error(), "preset")}
            />
          </div>
          <Field
            label="Heights"
            value={form.heights}
            onText={(heights) => setForm({ heights })}
            help="A video's own height comes with them where it is lower than the highest"
            error={fieldError(error(), "heights")}
          />
          <Select
            label="Archival copy"
            options={ARCHIVAL}
            value={form.archival}
            onChange={(archival) => setForm({ archival })}
          />
          <Field
            label="Volume at the beginning"
            value={form.volume}
            onText={(volume) => setForm({ volume })}
            help="From 0 to 1"
            inputMode="decimal"
            error={fieldError(error(), "volume")}
          />
        </Show>
        <Field
          label="Written over the picture"
          value={form.overlay}
          onText={(overlay) => setForm({ overlay })}
          help="{Depth} stands for the value of an attribute"
          error={fieldError(error(), "overlay")}
          maxLength={500}
        />
        <Show when={error() && !known.some((name) => fieldError(error(), name))}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
