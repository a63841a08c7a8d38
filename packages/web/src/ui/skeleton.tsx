import { For } from "solid-js";

/** A grey line in the place of text; it appears after 120 ms, so quick answers never flash. */
export const Skeleton = (props: { width?: string; height?: string; class?: string }) => (
  <span
    class={`skeleton ${props.class ?? ""}`}
    style={{ width: props.width ?? "100%", ...(props.height ? { height: props.height } : {}) }}
  />
);

const WIDTHS = ["62%", "48%", "71%", "55%", "66%", "43%", "58%", "50%"];

export function SkeletonRows(props: { rows?: number; columns: number }) {
  return (
    <For each={WIDTHS.slice(0, props.rows ?? 8)}>
      {(width) => (
        <tr>
          <For each={Array.from({ length: props.columns })}>
            {(_, column) => (
              <td>
                <Skeleton width={column() === 0 ? width : "56px"} />
              </td>
            )}
          </For>
        </tr>
      )}
    </For>
  );
}
