import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { loaded } from "../../data/loaded.ts";
import { mentionBefore, withMention } from "../../data/mention.ts";
import { sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { createSubmit } from "../../data/submit.ts";
import type { Mentionable } from "../../data/types-collaboration.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { TextArea } from "../../ui/text-area.tsx";

type Props = {
  entity: string;
  label: string;
  action: string;
  text?: string;
  autofocus?: boolean;
  onSend: (body: string, mentions: string[]) => Promise<unknown>;
  onCancel?: () => void;
};

/** Where somebody writes: `@` completes the names of those who can see it, Ctrl or Cmd with Enter sends. */
export function CommentBox(props: Props) {
  let box: HTMLDivElement | undefined;
  const [text, setText] = createSignal(props.text ?? "");
  const [caret, setCaret] = createSignal(0);
  const [picked, setPicked] = createSignal<Mentionable[]>([]);
  const [at, setAt] = createSignal(0);
  const { busy, error, submit } = createSubmit();
  const typed = () => mentionBefore(text(), caret());
  const found = useQuery(() => ({
    ...queries.mentionable(props.entity, typed()?.name ?? ""),
    enabled: typed() !== undefined,
  }));
  const offered = () => (typed() ? (loaded(found)?.items ?? []) : []);

  function pick(one: Mentionable) {
    const from = typed()?.from;
    if (from === undefined) return;
    const next = withMention(text(), caret(), from, one.name);
    setText(next.text);
    setPicked((all) => [...all, one]);
    const area = box?.querySelector("textarea");
    area?.focus();
    area?.setSelectionRange(next.caret, next.caret);
    setCaret(next.caret);
  }

  async function send() {
    const body = text().trim();
    if (!body || busy()) return;
    await submit(async () => {
      const named = picked().filter(({ name }) => body.includes(`@${name}`));
      await props.onSend(body, [...new Set(named.map(({ principalId }) => principalId))]);
      setText("");
      setPicked([]);
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    const people = offered();
    if (people.length > 0 && !event.isComposing) {
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step !== 0) setAt((now) => (now + step + people.length) % people.length);
      const one = people[Math.min(at(), people.length - 1)];
      const chosen = (event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey && one;
      if (chosen) pick(chosen);
      if (step !== 0 || chosen) return event.preventDefault();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
    if (event.key === "Escape" && props.onCancel) {
      event.stopPropagation();
      props.onCancel();
    }
  }

  return (
    <div class="comment-box" ref={box}>
      <Show when={offered().length > 0}>
        <ul class="menu mention-list" aria-label="People">
          <For each={offered()}>
            {(one, index) => (
              <li>
                <button
                  type="button"
                  class="menu-item w-full"
                  data-highlighted={index() === at() ? "" : undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => pick(one)}
                >
                  <Icon name={one.kind === "team" ? "people" : "chat"} size="s" />
                  {one.name}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <TextArea
        label={props.label}
        hideLabel
        placeholder={`${props.label}. @ mentions somebody.`}
        value={text()}
        autofocus={props.autofocus}
        maxLength={10_000}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => setCaret(event.currentTarget.selectionStart)}
        onClick={(event) => setCaret(event.currentTarget.selectionStart)}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setCaret(event.currentTarget.selectionStart);
          setAt(0);
        }}
      />
      <Show when={error()}>
        <Banner tone="bad">{sentence(error())}</Banner>
      </Show>
      <div class="flex justify-end gap-2">
        <Show when={props.onCancel}>
          {(cancel) => (
            <Button size="sm" onClick={() => cancel()()}>
              Cancel
            </Button>
          )}
        </Show>
        <Button size="sm" tone="primary" busy={busy()} disabled={!text().trim()} onClick={() => void send()}>
          {props.action}
        </Button>
      </div>
    </div>
  );
}
