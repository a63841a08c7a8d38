import { expect, it } from "vitest";
import { reasonOf } from "./reason.ts";

const LOCK = "/cache/abc.txt";

it.each([
  [
    "a package that is another one",
    `Collecting packaging==26.3 (from -r ${LOCK} (line 2))
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions, …
    packaging==26.3 from https://files.example/packaging-26.3-py3-none-any.whl#sha256=d719 (from -r ${LOCK} (line 2)):
        Expected sha256 0000
             Got        d719`,
    /^packaging==26\.3 is not what the lock file's hashes say/,
  ],
  [
    "one that its packages need",
    `Collecting pandas==3.0.0 (from -r ${LOCK} (line 1))
ERROR: In --require-hashes mode, all requirements must have their versions pinned with ==. These do not:
    numpy>=1.26 from https://files.example/numpy-2.whl --hash=sha256:01 (from pandas==3.0.0)`,
    /^the lock file has no hash for numpy>=1\.26\./,
  ],
  [
    "one that is not built",
    `ERROR: Could not find a version that satisfies the requirement old==0.1 (from versions: none)
ERROR: No matching distribution found for old==0.1`,
    /^there is no old==0\.1 that is built for/,
  ],
  [
    "something else",
    `Looking\nERROR: Could not read ${LOCK}: no space`,
    /^ERROR: Could not read the lock file: no space$/,
  ],
])("%s", (_case, said, reason) => {
  expect(reasonOf(said, LOCK)).toMatch(reason);
});
