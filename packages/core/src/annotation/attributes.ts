import type { AttributeDefinition } from "../annotation-type/schema.ts";
import { defaultOf, pointer } from "../attribute/apply.ts";
import type { Value } from "../attribute/schema.ts";
import { check } from "../attribute/value.ts";
import type { FieldError } from "../error/index.ts";

type Values = Record<string, unknown>;
/** Called with every value that does not fit. */
type Fault = (field: FieldError) => void;

const UNKNOWN = "There is no such attribute here";
const REQUIRED = "This attribute is required";

/** The attributes of a type, looked at once for any number of annotations. */
export class Attributes {
  readonly #types: Map<string, AttributeDefinition>;
  readonly #defaults: Values;
  readonly #required: string[];

  constructor(types: readonly AttributeDefinition[], now = new Date()) {
    this.#types = new Map(types.map((type) => [type.name, type]));
    const given = types.map((type) => [type.name, defaultOf(type, now)] as const);
    this.#defaults = Object.fromEntries(given.filter(([, value]) => value !== undefined));
    this.#required = types.filter(({ required }) => required).map(({ name }) => name);
  }

  /** What a new annotation has: what was said of it, and defaults. */
  initial(given: Record<string, Value>, path: string, fault: Fault): Values {
    const values: Values = { ...this.#defaults };
    for (const name in given) this.#put(values, name, given[name] as Value, `${path}/attributes`, fault);
    for (const name of this.#required)
      if (values[name] === undefined) fault({ path: `${path}/attributes/${pointer(name)}`, message: REQUIRED });
    return values;
  }

  /** What a change sets and takes away. */
  changed(
    values: Record<string, Value | null>,
    reset: readonly string[],
    path: string,
    fault: Fault,
  ): { set: Values; unset: string[] } {
    const set: Values = {};
    const unset: string[] = [];
    const take = (name: string, where: string) => {
      const type = this.#types.get(name);
      if (!type) fault({ path: `${where}/${pointer(name)}`, message: UNKNOWN });
      else if (type.required) fault({ path: `${where}/${pointer(name)}`, message: REQUIRED });
      else unset.push(name);
    };
    for (const [name, value] of Object.entries(values)) {
      if (value === null) take(name, `${path}/attributes`);
      else this.#put(set, name, value, `${path}/attributes`, fault);
    }
    for (const name of reset) {
      if (Object.hasOwn(this.#defaults, name)) set[name] = this.#defaults[name];
      else take(name, `${path}/resetAttributes`);
    }
    return { set, unset };
  }

  /** What an annotation keeps of another type, and what it gets beside it. */
  takenFrom(types: readonly AttributeDefinition[]): { keep: string[]; defaults: Values; lacking: string[] } {
    const keep = types
      .filter((type) => JSON.stringify(this.#types.get(type.name)) === JSON.stringify(type))
      .map(({ name }) => name);
    const has = new Set([...keep, ...Object.keys(this.#defaults)]);
    return { keep, defaults: this.#defaults, lacking: this.#required.filter((name) => !has.has(name)) };
  }

  #put(into: Values, name: string, value: Value, path: string, fault: Fault): void {
    const type = this.#types.get(name);
    const checked = type ? check(type, value) : { problem: UNKNOWN };
    if ("value" in checked) into[name] = checked.value;
    else fault({ path: `${path}/${pointer(name)}`, message: checked.problem });
  }
}
