import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import { queries } from "../data/queries.ts";
import { Banner } from "../ui/banner.tsx";
import { Logo } from "../ui/logo.tsx";

/** The frame of the pages before one is signed in. */
export function Gate(props: { title: string; lead: string; children: JSX.Element; foot?: JSX.Element }) {
  const deployment = useQuery(() => queries.deployment());
  return (
    <main class="gate">
      <div class="gate-box">
        <div class="mb-6 flex items-center gap-2 font-semibold">
          <Logo /> {deployment.data?.name ?? "Atrium"}
        </div>
        <GateNotices />
        <h1 class="text-22!">{props.title}</h1>
        <p class="mt-1 mb-6 text-fg-2">{props.lead}</p>
        {props.children}
        <p class="mt-6 text-12 text-fg-2">{props.foot}</p>
        <Show when={deployment.data?.contact}>
          {(contact) => (
            <p class="mt-2 text-12 text-fg-2">
              Questions?{" "}
              <a class="link" href={`mailto:${contact()}`}>
                {contact()}
              </a>
            </p>
          )}
        </Show>
      </div>
    </main>
  );
}

function GateNotices() {
  const deployment = useQuery(() => queries.deployment());
  return (
    <div class="mb-4 flex flex-col gap-2 empty:hidden">
      <Show when={deployment.data?.maintenance}>
        {(maintenance) => (
          <Banner tone="warn" title="Maintenance">
            {maintenance().message || "Everything can be read, nothing changed."}
          </Banner>
        )}
      </Show>
      <Show when={deployment.data?.banner}>{(text) => <Banner tone="info">{text()}</Banner>}</Show>
    </div>
  );
}
