import { createEffect, createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { CodeField } from "../second-factor/code-field.tsx";

type Props = {
  doing: "enrol" | "renew" | "off" | undefined;
  onClose: () => void;
  onCodes: (codes: string[]) => void;
};

/** What takes a code to show that one still has the device, or a recovery code. */
export function ProveDialog(props: Props) {
  const [code, setCode] = createSignal("");
  const { busy, error, submit, forget } = createSubmit();
  const off = () => props.doing === "off";
  createEffect(() => {
    if (props.doing === undefined) return;
    setCode("");
    forget();
  });

  const go = () =>
    submit(async () => {
      if (!off()) return props.onCodes((await api.secondFactor.renew(code().trim())).recoveryCodes);
      await api.secondFactor.turnOff(code().trim());
      toast("The second factor is off", { tone: "ok" });
      props.onClose();
    });

  return (
    <Dialog
      open={props.doing === "renew" || off()}
      onClose={props.onClose}
      title={off() ? "Turn the second factor off?" : "New recovery codes"}
      description={
        off()
          ? "Your password, or a provider, then lets you in alone."
          : "Those you have are no longer good for anything."
      }
      width={440}
      onSubmit={() => void go()}
      foot={
        <>
          <Button onClick={() => props.onClose()}>Keep</Button>
          <Button tone={off() ? "danger" : "primary"} type="submit" busy={busy()} disabled={code().trim().length < 6}>
            {off() ? "Turn off" : "Make new ones"}
          </Button>
        </>
      }
    >
      <CodeField
        code={code()}
        onCode={setCode}
        help="Of your app, or a recovery code"
        error={fieldError(error(), "code")}
      />
      <Show when={error() && !fieldError(error(), "code")}>
        <Banner tone="bad">{sentence(error())}</Banner>
      </Show>
    </Dialog>
  );
}
