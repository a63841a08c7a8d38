import { A } from "@solidjs/router";
import { createEffect, createSignal, For, type JSX, Show } from "solid-js";
import { Portal } from "solid-js/web";
import { Icon, type IconName } from "../ui/icon.tsx";

export type Crumb = { label: string; href?: string; icon?: IconName };

/** Where the open page puts its crumbs; pages are made before the bar is in the document. */
const [place, setPlace] = createSignal<HTMLElement>();

/** The bar over the page; each page gives its crumbs and actions through PageTop. */
export function Top(props: { before?: JSX.Element; children: JSX.Element }) {
  return (
    <header class="top">
      {props.before}
      <div ref={setPlace} class="flex min-w-0 grow items-center gap-2" />
      {props.children}
    </header>
  );
}

export function PageTop(props: { crumbs: Crumb[]; title?: string; children?: JSX.Element; actions?: JSX.Element }) {
  createEffect(() => {
    const title = props.title ?? props.crumbs.at(-1)?.label;
    document.title = title ? `${title} · Atrium` : "Atrium";
  });
  return (
    <Show when={place()}>
      {(box) => (
        <Portal mount={box()} ref={(element) => element.classList.add("contents")}>
          <nav class="crumbs" aria-label="Breadcrumb">
            <For each={props.crumbs}>
              {(crumb, index) => (
                <>
                  <Show when={index() > 0}>
                    <span class="sep" aria-hidden="true">
                      /
                    </span>
                  </Show>
                  <CrumbItem crumb={crumb} last={index() === props.crumbs.length - 1} />
                </>
              )}
            </For>
          </nav>
          {props.children}
          <span class="ml-auto flex items-center gap-2">{props.actions}</span>
        </Portal>
      )}
    </Show>
  );
}

function CrumbItem(props: { crumb: Crumb; last: boolean }) {
  const inside = () => (
    <>
      <Show when={props.crumb.icon}>{(icon) => <Icon name={icon()} size="s" />}</Show>
      <span class="truncate">{props.crumb.label}</span>
    </>
  );
  return (
    <Show
      when={props.crumb.href && !props.last}
      fallback={<span aria-current={props.last ? "page" : undefined}>{inside()}</span>}
    >
      <A href={props.crumb.href ?? "/"}>{inside()}</A>
    </Show>
  );
}
