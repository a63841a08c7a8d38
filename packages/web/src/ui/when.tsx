import { ago, exact } from "../data/format.ts";

/** A moment in people's words; the full date with its zone on hover. */
export const When = (props: { at: string; class?: string }) => (
  <time dateTime={props.at} title={exact(props.at)} class={props.class}>
    {ago(props.at)}
  </time>
);
