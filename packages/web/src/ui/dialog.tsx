import * as Kobalte from "@kobalte/core/dialog";
import { type JSX, Show } from "solid-js";
import { createFocusBack } from "./focus-back.ts";
import { IconButton } from "./icon-button.tsx";

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: string;
  children: JSX.Element;
  foot?: JSX.Element;
  onSubmit?: () => void;
  width?: number;
};

/** To the field that asks for it; a dialog without one takes the focus itself, so that no tooltip springs up. */
function focusFirst(event: Event) {
  event.preventDefault();
  const dialog = event.target as HTMLElement;
  (dialog.querySelector<HTMLElement>("[autofocus]") ?? dialog).focus();
}

/** A modal form or question: Escape and the cross close it, Enter in a field submits it. */
export function Dialog(props: Props) {
  const focusBack = createFocusBack(() => props.open);
  const body = () => (
    <>
      <header class="dialog-head">
        <Kobalte.Title as="h2" class="grow">
          {props.title}
        </Kobalte.Title>
        <IconButton icon="close" label="Close" size="sm" onClick={() => props.onClose()} />
      </header>
      <div class="dialog-body">
        <Show when={props.description}>
          {(text) => <Kobalte.Description class="mb-3 text-fg-2">{text()}</Kobalte.Description>}
        </Show>
        {props.children}
      </div>
      <Show when={props.foot}>
        <div class="dialog-foot">{props.foot}</div>
      </Show>
    </>
  );
  return (
    <Kobalte.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="scrim" />
        <div class="dialog-place">
          <Kobalte.Content
            class="dialog"
            onOpenAutoFocus={focusFirst}
            onCloseAutoFocus={focusBack}
            style={props.width ? { width: `${props.width}px` } : {}}
          >
            <Show when={props.onSubmit} fallback={body()}>
              {(submit) => (
                <form
                  class="contents"
                  onSubmit={(event) => {
                    event.preventDefault();
                    submit()();
                  }}
                >
                  {body()}
                </form>
              )}
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
