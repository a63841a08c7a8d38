import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const PYTHON = process.env.ATRIUM_PYTHON ?? "python3";
const has = spawnSync(PYTHON, ["-c", "import sklearn, lightgbm, skl2onnx, onnxruntime, pyarrow"]).status === 0;

type Compared = { name: string; ours: Record<string, number>; theirs: Record<string, number>; difference: number };

// Where Python lacks the packages of requirements.lock there is nothing to compare; ATRIUM_PYTHON names one that has them.
test.skipIf(!has)(
  "training measures what a plain script of scikit-learn measures, with the same seed",
  async () => {
    const script = fileURLToPath(new URL("plain.py", import.meta.url));
    const { stdout } = await promisify(execFile)(PYTHON, ["-B", script]);
    const compared = JSON.parse(stdout) as Compared[];
    expect(compared.map(({ name }) => name)).toEqual([
      "iris linear",
      "iris forest",
      "breast_cancer linear",
      "diabetes linear",
    ]);
    for (const { ours, theirs, difference } of compared) {
      for (const [name, value] of Object.entries(theirs))
        expect(Math.abs((ours[name] ?? Number.NaN) - value), name).toBeLessThan(1e-9);
      expect(difference).toBeLessThan(1e-5);
    }
  },
  120_000,
);
