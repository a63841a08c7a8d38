import { lazy, Suspense } from "solid-js";
import { Skeleton } from "../ui/skeleton.tsx";
import type { EditorProps } from "./code-editor.tsx";

const Loaded = lazy(() => import("./code-editor.tsx").then((editor) => ({ default: editor.CodeEditor })));

/** The editor, which is a chunk of its own: most people who come to a page with code only read what it gave. */
export function LazyEditor(props: EditorProps) {
  return (
    <Suspense
      fallback={
        <div class="flex flex-col gap-2 p-4" aria-busy="true">
          <Skeleton width="240px" height="12px" />
          <Skeleton width="320px" height="12px" />
          <Skeleton width="180px" height="12px" />
        </div>
      }
    >
      <Loaded {...props} />
    </Suspense>
  );
}
