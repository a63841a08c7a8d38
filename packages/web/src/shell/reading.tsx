import { A, useLocation } from "@solidjs/router";
import type { JSX } from "solid-js";
import { setHelpOpen } from "../data/palette.ts";
import { signInPath } from "../data/session.ts";
import { listenForShortcuts, useShortcuts } from "../data/shortcuts.ts";
import { Logo } from "../ui/logo.tsx";
import { Toasts } from "../ui/toasts.tsx";
import { Help } from "./help.tsx";
import { Notices } from "./notices.tsx";
import { Top } from "./top.tsx";

/** Around the pages of somebody without an account: what they read, and the way in. */
export function Reading(props: { name: string; children?: JSX.Element }) {
  const location = useLocation();
  listenForShortcuts();
  useShortcuts([{ keys: "?", label: "These shortcuts", group: "Everywhere", run: () => setHelpOpen(true) }]);
  return (
    <>
      <a href="#main" class="skip">
        Skip to the page
      </a>
      <div class="app reading">
        <Notices />
        <Top
          before={
            <span class="flex items-center gap-2 font-semibold">
              <Logo />
              <span class="max-[599px]:hidden">{props.name}</span>
            </span>
          }
        >
          <A class="btn pri" href={signInPath(location.pathname + location.search)}>
            Sign in
          </A>
        </Top>
        <main class="main" id="main" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      <Toasts />
      <Help />
    </>
  );
}
