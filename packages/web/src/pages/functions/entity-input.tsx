import { useQuery } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import { createDebounced } from "../../data/debounce.ts";
import { kindIcons, kindWords } from "../../data/kinds.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import type { Kind } from "../../data/types.ts";
import { Combobox } from "../../ui/combobox.tsx";
import { Icon } from "../../ui/icon.tsx";

type Chosen = { id: string; name: string };
type Props = {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  kind: Kind;
  disabled?: boolean;
  onChoose: (entity: Chosen | undefined) => void;
};

const OFFERED = 12;

/** A box in which the name of a thing is typed, with what it may mean below it. */
export function EntityInput(props: Props) {
  const [text, setText] = createSignal("");
  const [open, setOpen] = createSignal(false);
  const asked = createDebounced(text, 150);
  const found = useQuery(() => ({
    ...queries.search({ q: asked(), kind: props.kind, limit: OFFERED }),
    enabled: open(),
    placeholderData: (previous) => previous,
  }));
  return (
    <Combobox
      label={props.label}
      listLabel={kindWords[props.kind]}
      icon={kindIcons[props.kind]}
      placeholder={`Name of a ${kindWords[props.kind].toLowerCase()}`}
      help={props.help}
      error={props.error}
      disabled={props.disabled}
      opensOnFocus
      onOpen={setOpen}
      text={text()}
      onText={(words) => {
        setText(words);
        props.onChoose(undefined);
      }}
      options={loaded(found)?.items ?? []}
      option={(entity) => (
        <>
          <Icon name={kindIcons[props.kind]} size="s" />
          <span class="truncate">{entity.name}</span>
        </>
      )}
      onChoose={(entity) => {
        setText(entity.name);
        props.onChoose(entity);
      }}
    />
  );
}
