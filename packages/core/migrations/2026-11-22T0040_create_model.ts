import { type Kysely, sql } from "kysely";

const SIGNATURE = {
  inputs: [
    { name: "name", type: "string", description: "What the model is to be called", options: { caption: "Name" } },
    { name: "table", type: "dataframe", description: "What it learns from", options: { caption: "Table" } },
    {
      name: "outcome",
      type: "column",
      description: "The column it is to predict",
      options: { caption: "Outcome", table: "table" },
    },
    {
      name: "features",
      type: "column_list",
      description: "The columns it predicts from",
      options: { caption: "Features", table: "table" },
    },
    {
      name: "task",
      type: "string",
      default: "auto",
      description: "What kind of prediction; auto tells it from the outcome",
      options: { caption: "Task", choices: { values: ["auto", "binary", "multiclass", "regression"] } },
    },
    {
      name: "method",
      type: "string",
      default: "auto",
      description: "How it learns; auto tries all of them and keeps the best",
      options: { caption: "Method", choices: { values: ["auto", "linear", "forest", "boosting"] } },
    },
    {
      name: "parameters",
      type: "map",
      description: "Parameters of the method by their names in scikit-learn or LightGBM",
      options: { caption: "Parameters", optional: true, nullable: true },
    },
    {
      name: "imputation",
      type: "string",
      default: "mean",
      description: "What stands for a missing number",
      options: { caption: "Missing numbers", choices: { values: ["mean", "median", "most_frequent", "none"] } },
    },
    {
      name: "testShare",
      type: "double",
      default: 0.25,
      description: "Share of the rows it does not learn from, but is tested by",
      options: { caption: "Rows for the test", min: 0.05, max: 0.9 },
    },
    {
      name: "seed",
      type: "int",
      default: 1,
      description: "The same seed gives the same model",
      options: { caption: "Seed", min: 0, max: 4294967295 },
    },
    {
      name: "stratify",
      type: "bool",
      default: true,
      description: "Keeps the shares of classes in both parts",
      options: { caption: "Keep the shares of classes" },
    },
    {
      name: "seconds",
      type: "int",
      default: 60,
      description: "How long auto may try",
      options: { caption: "Time to try", units: "s", min: 1, max: 3600 },
    },
  ],
  outputs: [{ name: "model", type: "model", options: {} }],
};

/** Trained models: what they predict from what, what they are worth, and where their ONNX file is. */
export async function up(db: Kysely<unknown>) {
  await sql`
    insert into function (id, kind, name, description, signature)
    values ('fun_00000000000000000000000002', 'builtin', 'train', 'Trains a model on a table.', ${JSON.stringify(SIGNATURE)}::jsonb)`.execute(
    db,
  );
  await sql`
    create table model (
      id text collate "C" primary key references entity on delete cascade,
      -- The table it learned from may be deleted for good; the model stays.
      table_id text collate "C" references entity on delete set null,
      table_version integer not null,
      run_id text collate "C" not null references run,
      task text not null,
      method text not null,
      outcome jsonb not null,
      features jsonb not null,
      -- Names of outcome and features in small letters, by which models are found.
      outcome_key text not null,
      feature_keys text[] not null,
      parameters jsonb not null,
      settings jsonb not null,
      seed bigint not null,
      rows jsonb not null,
      metrics jsonb not null,
      plots jsonb not null,
      tries jsonb not null,
      difference jsonb not null,
      seconds double precision not null,
      key text not null,
      sha256 text not null,
      bytes bigint not null,
      constraint model_task_known check (task in ('binary', 'multiclass', 'regression'))
    );
    create index model_of_table on model (table_id);
    create index model_of_run on model (run_id);
    create index model_by_outcome on model (outcome_key);
    create index model_by_features on model using gin (feature_keys);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    delete from relation where run_id in (select id from run where function_id = 'fun_00000000000000000000000002');
    drop table model;
    delete from schedule where function_id = 'fun_00000000000000000000000002';
    delete from run where function_id = 'fun_00000000000000000000000002';
    delete from function where id = 'fun_00000000000000000000000002';
  `.execute(db);
}
