import { createSignal, For, Match, Show, Switch } from "solid-js";
import { count } from "../../data/format.ts";
import { ansi, plain } from "../../data/notebook/ansi.ts";
import { frameOf, heightOf, SANDBOX } from "../../data/notebook/frame.ts";
import { beginning } from "../../data/notebook/height.ts";
import type { Output } from "../../data/notebook/parse.ts";
import { prose } from "../../data/notebook/prose.ts";
import { type Shown, shown } from "../../data/notebook/shown.ts";
import { theme } from "../../data/theme.ts";
import { Icon } from "../../ui/icon.tsx";
import { Markdown } from "../../ui/markdown.tsx";

/** More of it would take the browser long to lay out; the file has all. */
const MOST_CHARACTERS = 1_000_000;

export function OutputView(props: { output: Output; label: string }) {
  return (
    <Switch>
      <Match when={props.output.kind === "stream" && props.output}>
        {(stream) => <Text text={stream().text} warns={stream().name === "stderr"} />}
      </Match>
      <Match when={props.output.kind === "error" && props.output}>
        {(error) => (
          <details class="nb-error">
            <summary>
              <Icon name="error" size="s" />
              <strong>{plain(error().name)}</strong>
              <span>{plain(error().value)}</span>
            </summary>
            <Text text={error().traceback} />
          </details>
        )}
      </Match>
      <Match when={props.output.kind === "data" && props.output}>
        {(output) => <Data shown={shown(output().data)} label={props.label} />}
      </Match>
    </Switch>
  );
}

function Data(props: { shown: Shown; label: string }) {
  const text = () => ("text" in props.shown ? props.shown.text : "");
  return (
    <Switch fallback={<Text text={text()} />}>
      <Match when={props.shown.as === "image" && props.shown}>
        {(image) => <img class="nb-image" src={image().src} alt={props.label} loading="lazy" decoding="async" />}
      </Match>
      <Match when={props.shown.as === "html" && props.shown}>
        {(page) => <Frame html={page().html} label={props.label} />}
      </Match>
      <Match when={props.shown.as === "markdown"}>
        <Markdown text={prose({ source: text(), attachments: {} })} />
      </Match>
      <Match when={props.shown.as === "not-shown" && props.shown}>
        {(left) => (
          <div class="nb-left-out">
            <p class="flex items-center gap-1.5">
              <Icon name="info" size="s" />
              {left().what} is not shown: scripts of notebooks are not run here.
            </p>
            <Show when={left().text}>
              <Text text={left().text} />
            </Show>
          </div>
        )}
      </Match>
    </Switch>
  );
}

function Frame(props: { html: string; label: string }) {
  const scheme = () => (theme() === "system" ? "light dark" : theme());
  return (
    <iframe
      class="nb-frame"
      title={props.label}
      sandbox={SANDBOX}
      referrerpolicy="no-referrer"
      srcdoc={frameOf(props.html, scheme())}
      style={{ height: `${heightOf(props.html)}px`, "color-scheme": scheme() }}
    />
  );
}

function Text(props: { text: string; warns?: boolean }) {
  const [whole, setWhole] = createSignal(false);
  const start = () => beginning(props.text);
  const text = () => (whole() ? props.text.slice(0, MOST_CHARACTERS) : start().text);
  return (
    <Show when={props.text.trim() !== ""}>
      <pre class="nb-text" classList={{ "nb-warns": props.warns ?? false }}>
        <For each={ansi(text())}>
          {(piece) => (
            <Show when={piece.class} fallback={piece.text}>
              <span class={piece.class}>{piece.text}</span>
            </Show>
          )}
        </For>
      </pre>
      <Show when={!start().isWhole}>
        <button type="button" class="btn ghost sm" aria-expanded={whole()} onClick={() => setWhole(!whole())}>
          {whole() ? "Show less" : `Show all ${count(start().lines)} lines`}
        </button>
      </Show>
    </Show>
  );
}
