/** Lets the first value through at once, then one per interval, and never loses the last. */
export function createThrottle<T>(ms: number, run: (value: T) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { value: T } | undefined;

  const fire = () => {
    timer = undefined;
    if (!waiting) return;
    const { value } = waiting;
    waiting = undefined;
    run(value);
    timer = setTimeout(fire, ms);
  };

  return {
    push(value: T) {
      waiting = { value };
      if (timer === undefined) fire();
    },
    flush() {
      clearTimeout(timer);
      fire();
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
