/** A model's answers, computed here by ONNX Runtime. Whoever imports this domain has the runtime beside its bundle. */
export { type Answer, answersOf, typed } from "./answer.ts";
export { encode, type Problem } from "./encode.ts";
export * as Scoring from "./index.ts";
export { predictRows, Rows } from "./rows.ts";
export { type Batch, isNumeric, openScorer, type Scorer, type Scores, type Shape } from "./scorer.ts";
export { openScorers, type Scorers } from "./threads.ts";
