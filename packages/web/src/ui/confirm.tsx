import type { JSX } from "solid-js";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: JSX.Element;
  action: string;
  busy?: boolean;
  onConfirm: () => void;
};

/** Asks before something that cannot be undone. */
export function Confirm(props: Props) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      width={440}
      onSubmit={props.onConfirm}
      foot={
        <>
          <Button onClick={() => props.onClose()}>Keep</Button>
          <Button tone="danger" type="submit" busy={props.busy ?? false}>
            {props.action}
          </Button>
        </>
      }
    >
      <div class="text-fg-2">{props.children}</div>
    </Dialog>
  );
}
