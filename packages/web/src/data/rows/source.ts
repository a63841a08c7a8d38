import { isAbort } from "../problem.ts";
import type { CellValue, RowPage } from "./page.ts";

export type Answer = { page: RowPage; total?: number };
export type FetchPage = (
  offset: number,
  limit: number,
  options: { count: boolean; signal: AbortSignal },
) => Promise<Answer>;

export type SourceOptions = {
  fetch: FetchPage;
  pageRows: number;
  /** Known when nothing is filtered; else the first answer brings it. */
  total?: number;
  onChange: () => void;
  onError: (error: unknown) => void;
  later?: (run: () => void, ms: number) => () => void;
};

const MOST_PAGES = 80;
const AT_ONCE = 4;
/**
 * One jump asks at once. Jumps that follow each other closer than this are a hand that drags the scroll bar: only where it
 * rests is asked for, not every page it passes.
 */
const REST_MS = 45;

const wait = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * The rows of one view, page by page: what shows first and, once that is here, a page ahead, so that the eye never waits
 * for what it does not see; what was passed by is cancelled.
 */
export function createRowSource(options: SourceOptions) {
  const { pageRows, later = wait } = options;
  const pages = new Map<number, RowPage>();
  const asked = new Map<number, AbortController>();
  let total = options.total;
  let counted = options.total !== undefined;
  let shown: number[] = [];
  let ahead: number[] = [];
  let dragging = false;
  let lastFirst = 0;
  let failed = false;
  let closed = false;
  let stopWaiting: (() => void) | undefined;

  const lastPage = () => (total === undefined ? 0 : Math.max(0, Math.ceil(total / pageRows) - 1));

  function want(firstRow: number, lastRow: number) {
    if (closed || failed) return;
    const first = Math.floor(Math.max(0, firstRow) / pageRows);
    const last = Math.min(lastPage(), Math.floor(Math.max(0, lastRow) / pageRows));
    shown = range(first, last);
    ahead = (first < lastFirst ? [first - 1, last + 1] : [last + 1, first - 1]).filter(
      (page) => page >= 0 && page <= lastPage(),
    );
    const isJump = Math.abs(first - lastFirst) > 1;
    lastFirst = first;
    for (const page of shown) touch(page);
    for (const [page, abort] of asked) {
      if (page >= first - 1 && page <= last + 1) continue;
      asked.delete(page);
      abort.abort(new DOMException("Passed by", "AbortError"));
    }
    stopWaiting?.();
    const rest = isJump && pages.size > 0;
    if (!rest || !dragging) fill();
    dragging = rest;
    if (rest) stopWaiting = later(settle, REST_MS);
  }

  function settle() {
    dragging = false;
    fill();
  }

  function fill() {
    const missing = shown.filter((page) => !pages.has(page));
    for (const page of missing.length > 0 ? missing : ahead) {
      if (asked.size >= AT_ONCE) return;
      if (!asked.has(page) && !pages.has(page)) void ask(page);
    }
  }

  async function ask(page: number) {
    const abort = new AbortController();
    asked.set(page, abort);
    const count = !counted;
    // Only one answer needs to count; if it fails, the next one does.
    if (count) counted = true;
    try {
      const answer = await options.fetch(page * pageRows, pageRows, { count, signal: abort.signal });
      if (closed) return;
      if (answer.total !== undefined) total = answer.total;
      pages.set(page, answer.page);
      evict();
      options.onChange();
    } catch (error) {
      if (count) counted = false;
      if (closed || isAbort(error)) return;
      failed = true;
      options.onError(error);
    } finally {
      if (asked.get(page) === abort) asked.delete(page);
      if (!closed && !failed) fill();
    }
  }

  /** A Map keeps the order of insertion, so the first key is the one unused for longest. */
  function touch(page: number) {
    const held = pages.get(page);
    if (!held) return;
    pages.delete(page);
    pages.set(page, held);
  }

  function evict() {
    for (const page of pages.keys()) {
      if (pages.size <= MOST_PAGES) return;
      pages.delete(page);
    }
  }

  return {
    want,
    total: () => total,

    has: (row: number) => pages.has(Math.floor(row / pageRows)),

    /** Undefined while the row is on its way. */
    value(row: number, column: string): CellValue | undefined {
      const page = pages.get(Math.floor(row / pageRows));
      const inPage = row % pageRows;
      return page && inPage < page.rows ? page.value(inPage, column) : undefined;
    },

    retry() {
      failed = false;
      fill();
    },

    close() {
      closed = true;
      stopWaiting?.();
      for (const abort of asked.values()) abort.abort(new DOMException("Closed", "AbortError"));
    },
  };
}

export type RowSource = ReturnType<typeof createRowSource>;

const range = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
