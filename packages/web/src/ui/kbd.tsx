import type { JSX } from "solid-js";

export const Kbd = (props: { children: JSX.Element }) => <kbd class="kbd">{props.children}</kbd>;
