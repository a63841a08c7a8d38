import type { Model } from "./models.ts";

export const METHODS: Record<string, string> = {
  auto: "Best of all",
  linear: "Linear or logistic regression",
  forest: "Random forest",
  boosting: "Gradient boosting",
};
export const TASKS: Record<Model["task"], string> = {
  binary: "one of two classes",
  multiclass: "one of several classes",
  regression: "a number",
};

/** In the order they are shown; the first of a task is the one a list shows. */
export const METRICS: Record<string, string> = {
  accuracy: "Accuracy",
  balancedAccuracy: "Balanced accuracy",
  precision: "Precision",
  recall: "Recall",
  f1: "F1",
  rocAuc: "Area under ROC",
  logLoss: "Log loss",
  r2: "R²",
  rmse: "RMSE",
  mae: "Mean absolute error",
  medianAe: "Median absolute error",
};

export const metric = (value: number | null | undefined): string =>
  value === null || value === undefined ? "—" : digits.format(value);
const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
