import { createSignal } from "solid-js";
import { complain } from "../data/toast.ts";
import { Button } from "./button.tsx";

export function CopyButton(props: { text: string; label?: string }) {
  const [copied, setCopied] = createSignal(false);
  const copy = () =>
    navigator.clipboard.writeText(props.text).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    }, complain("The text could not be copied"));
  return (
    <Button icon={copied() ? "check" : "copy"} onClick={() => void copy()}>
      {copied() ? "Copied" : (props.label ?? "Copy")}
    </Button>
  );
}
