import { writeFileSync } from "node:fs";
import { type Recorded, serialize } from "./graph.ts";
import { create, lookUp, type Registration } from "./mocks.ts";

/** The parts of Pulumi and SST that the generated entry hands over. */
export type Engine = {
  setMocks(mocks: object, project: string, stack: string, preview: boolean): Promise<void>;
  runInPulumiStack(program: () => Promise<unknown>): Promise<unknown>;
  runProgram(program: () => Promise<unknown>): Promise<unknown>;
  loadConfig(): Promise<{ default: { run(): Promise<unknown> } }>;
};

/** Evaluates the program and writes the resources it asks for, when nothing is left to be awaited. */
export async function record(engine: Engine, outputFile: string): Promise<void> {
  const recorded: Recorded[] = [];
  const mocks = {
    newResource(registration: Registration) {
      const created = create(registration);
      recorded.push({ ...registration, created });
      return created;
    },
    call: lookUp,
  };
  await engine.setMocks(mocks, "atrium", "main", false);
  process.once("beforeExit", () => writeFileSync(outputFile, serialize(recorded)));
  await engine.runInPulumiStack(async () => {
    const { default: config } = await engine.loadConfig();
    return engine.runProgram(() => config.run());
  });
}
