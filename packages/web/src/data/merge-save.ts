import { createSignal } from "solid-js";
import { type Fields, merge, settle } from "./merge.ts";
import { isProblem } from "./problem.ts";
import { createSubmit } from "./submit.ts";

type Versioned = { revision: number };
type Options<T extends Versioned> = {
  /** As it was when the form was filled. */
  initial: T;
  fieldsOf: (version: T) => Fields;
  mine: () => Fields;
  load: () => Promise<T>;
  /** `onto` is the version that the change is made on. */
  save: (change: Fields, revision: number, onto: T) => Promise<T>;
  onSaved: (saved: T) => void;
};
type Question<T> = { theirs: T } & ReturnType<typeof merge>;

/**
 * Saves a form on the version it was filled from. When somebody else was faster, what only one side touched is put together,
 * and for the rest there is a question to answer by `answer`.
 */
export function createMergeSave<T extends Versioned>(options: Options<T>) {
  const [base, setBase] = createSignal<T>(options.initial);
  const [question, setQuestion] = createSignal<Question<T>>();
  const { busy, error, submit } = createSubmit();

  async function put(change: Fields, onto: T): Promise<void> {
    try {
      const saved = Object.keys(change).length === 0 ? onto : await options.save(change, onto.revision, onto);
      setBase(() => saved);
      setQuestion(undefined);
      options.onSaved(saved);
    } catch (cause) {
      if (!isProblem(cause) || cause.status !== 412) throw cause;
      const theirs = await options.load();
      const found = { theirs, ...merge(options.fieldsOf(base()), options.mine(), options.fieldsOf(theirs)) };
      if (found.conflicts.length > 0) setQuestion(found);
      else await put(found.merged, theirs);
    }
  }

  async function attempt(change: Fields, onto: T) {
    await submit(async () => {
      await put(change, onto);
    });
  }

  const changed = () => merge(options.fieldsOf(base()), options.mine(), options.fieldsOf(base())).merged;
  return {
    busy,
    error,
    question,
    isChanged: () => Object.keys(changed()).length > 0,
    save: () => attempt(changed(), base()),
    /** One side for each conflict; saved on what is there now. */
    answer: (choices: Record<string, "mine" | "theirs">) => {
      const asked = question();
      return asked ? attempt(settle(asked, choices), asked.theirs) : Promise.resolve();
    },
    dismiss: () => setQuestion(undefined),
  };
}
