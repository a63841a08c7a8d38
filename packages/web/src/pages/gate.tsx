import type { JSX } from "solid-js";
import { Logo } from "../ui/logo.tsx";

/** The frame of the pages before one is signed in. */
export function Gate(props: { title: string; lead: string; children: JSX.Element; foot?: JSX.Element }) {
  return (
    <main class="gate">
      <div class="gate-box">
        <div class="mb-6 flex items-center gap-2 font-semibold">
          <Logo /> Atrium
        </div>
        <h1 class="text-22!">{props.title}</h1>
        <p class="mt-1 mb-6 text-fg-2">{props.lead}</p>
        {props.children}
        <p class="mt-6 text-12 text-fg-2">{props.foot}</p>
      </div>
    </main>
  );
}
