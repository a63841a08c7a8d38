import { createSignal, Match, onCleanup, onMount, Show, Switch, untrack } from "solid-js";
import { feedWords, wayOf, whyNot } from "../../../data/media/streams.ts";
import type { Stream } from "../../../data/media/types.ts";
import { Button } from "../../../ui/button.tsx";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { playHLS } from "./hls.ts";

/** One stream: what it sends, or why that is not seen here and where it is. */
export function StreamView(props: { stream: Stream; number: number }) {
  const [failed, setFailed] = createSignal<string>();
  const [tries, setTries] = createSignal(1);
  const url = () => props.stream.url;
  const name = () => props.stream.feeds[0]?.name ?? `Stream ${props.number}`;
  const why = () => (wayOf(url()) === "none" ? whyNot(url()) : failed());
  let isBlocked = false;
  // The browser says that the site's own rules forbid a host here, and nowhere else.
  const forbidden = (event: SecurityPolicyViolationEvent) => {
    if (!url().startsWith(event.blockedURI)) return;
    isBlocked = true;
    fail();
  };
  const fail = () => setFailed(whyNot(url(), { isBlocked }));
  onMount(() => document.addEventListener("securitypolicyviolation", forbidden));
  onCleanup(() => document.removeEventListener("securitypolicyviolation", forbidden));
  return (
    <figure class="live-stream">
      <Switch>
        <Match when={why()}>
          {(reason) => (
            <div class="live-none">
              <Icon name="video" size="l" />
              <p>{reason()}</p>
              <p class="live-address">
                <code>{url()}</code>
                <CopyButton text={url()} label="Copy the address" />
              </p>
              <Show when={wayOf(url()) !== "none"}>
                <Button
                  size="sm"
                  icon="retry"
                  onClick={() => {
                    isBlocked = false;
                    setTries((count) => count + 1);
                    setFailed(undefined);
                  }}
                >
                  Try again
                </Button>
              </Show>
            </div>
          )}
        </Match>
        <Match when={wayOf(url()) === "hls" && tries()} keyed>
          {(_) => <HLS url={url()} name={name()} onFail={fail} />}
        </Match>
        <Match when={tries()} keyed>
          {(_) => (
            <video
              src={url()}
              aria-label={name()}
              muted
              autoplay
              playsinline
              controls
              onError={fail}
              class="live-picture"
            />
          )}
        </Match>
      </Switch>
      <figcaption class="an-view-name">{feedWords(props.stream)}</figcaption>
    </figure>
  );
}

function HLS(props: { url: string; name: string; onFail: () => void }) {
  const giveUp = new AbortController();
  const { url, name, onFail } = untrack(() => ({ ...props }));
  let canvas: HTMLCanvasElement | undefined;
  onMount(() => {
    if (!canvas) return;
    playHLS(url, canvas, giveUp.signal).catch(() => {
      if (!giveUp.signal.aborted) onFail();
    });
  });
  onCleanup(() => giveUp.abort());
  return <canvas ref={canvas} class="live-picture" role="img" aria-label={name} />;
}
