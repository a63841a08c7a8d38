import { createEffect, createSignal, type JSX, Show } from "solid-js";
import { sentence } from "../data/problem.ts";
import { createSubmit } from "../data/submit.ts";
import type { Principal } from "../data/types.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { PrincipalInput } from "./principal-input.tsx";

/** Somebody who is known, or the address of anybody. */
export type Whom = { principal: Principal; name: string } | { email: string; name: string };

type Props = {
  label: string;
  action: string;
  accepts: (principal: Principal) => boolean;
  onAdd: (whom: Whom) => Promise<void>;
  /** Told who is named so far, for what depends on it. */
  onWhom?: (whom: Whom | undefined) => void;
  /** What is chosen beside the name, and below it. */
  beside?: JSX.Element;
  children?: JSX.Element;
};

/** A person by their address, or somebody or some group out of what is suggested: asked for wherever they get something. */
export function AddPrincipal(props: Props) {
  const [text, setText] = createSignal("");
  const [chosen, setChosen] = createSignal<Principal>();
  const { busy, error, submit } = createSubmit();

  const whom = (): Whom | undefined => {
    const principal = chosen();
    const name = text().trim();
    if (principal) return { principal, name };
    return name.includes("@") ? { email: name, name } : undefined;
  };
  createEffect(() => props.onWhom?.(whom()));

  async function add() {
    const named = whom();
    if (!named) return;
    await submit(async () => {
      await props.onAdd(named);
      setText("");
      setChosen(undefined);
    });
  }

  return (
    <form
      class="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div class="flex items-end gap-2 max-[599px]:flex-wrap">
        <PrincipalInput
          label={props.label}
          text={text()}
          onText={setText}
          chosen={chosen()}
          onChoose={setChosen}
          accepts={props.accepts}
        />
        {props.beside}
        <Button tone="primary" type="submit" busy={busy()} disabled={whom() === undefined}>
          {props.action}
        </Button>
      </div>
      {props.children}
      <Show when={error()}>
        <Banner tone="bad">{sentence(error())}</Banner>
      </Show>
    </form>
  );
}
