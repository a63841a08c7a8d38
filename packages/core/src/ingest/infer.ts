import type { Session } from "../duckdb/index.ts";
import { type Allowed, type Decision, decide, text } from "./decide.ts";
import { askSQL, cellValue, digits, parts, type Question, quickProof, type Survey, shapes } from "./shapes.ts";

const SAMPLE_CELLS = 100_000;
/** More aggregates than this take longer to plan than to run. */
const WIDE = 100;
const SAMPLE_ROWS = { min: 500, max: 10_000 };

export type SourceColumn = { sql: string; name: string; allowed: Allowed; tokens: boolean };
export type Inferred = { column: SourceColumn; decision: Decision; expression: string };

/**
 * A type for every column that holds over every row. A sample rules types out, which one counter-example may do; what is
 * left is proven over the whole relation, by a cheap round trip where cells are in canonical form, else by a survey.
 */
export async function inferTypes(
  session: Session,
  relation: string,
  columns: readonly SourceColumn[],
): Promise<Inferred[]> {
  const sampled = await surveySample(session, relation, columns);
  const guesses = columns.map((column, i) => {
    const survey = sampled[i] as Survey;
    return { column, survey, decision: decide(survey, column.allowed) };
  });
  // Text is certain: some cell is nothing else. An empty sample says nothing, nor do dates that nothing in it tells apart.
  const certain = guesses.filter((g) => g.survey.values > 0 && g.decision.type === "text" && !isOpen(g.survey));
  const quick = guesses.filter(
    (g) => g.survey.cells > 0 && g.survey.cells === g.survey.values && quickProof(g.column.sql, g.decision.type),
  );
  const proven = await proveQuickly(session, relation, quick);
  const settled = new Set([...certain, ...proven]);
  const open = guesses.filter((g) => !settled.has(g));
  const surveyed = await surveyAll(
    session,
    relation,
    open.map((g) => g.column),
  );
  const decisions = new Map(open.map((g, i) => [g.column, decide(surveyed[i] as Survey, g.column.allowed)]));
  await proveFormats(session, relation, decisions);
  const plain = new Set(proven);
  return guesses.map((guess) => {
    const decision = decisions.get(guess.column) ?? guess.decision;
    return { column: guess.column, decision, expression: expressionOf(guess.column, decision, plain.has(guess)) };
  });
}

/** Whether more rows could still make something other than text of it. */
const isOpen = (s: Survey) =>
  s.parts === s.values || s.letters === s.values || s.initials === s.values || s.numbers === s.values;

function expressionOf({ sql, tokens }: SourceColumn, decision: Decision, plain: boolean): string {
  if (decision.type === "text") return `"${sql}"`;
  return decision.cast(plain ? `"${sql}"` : cellValue(sql, tokens));
}

async function surveySample(session: Session, relation: string, columns: readonly SourceColumn[]): Promise<Survey[]> {
  const rows = Math.min(SAMPLE_ROWS.max, Math.max(SAMPLE_ROWS.min, Math.floor(SAMPLE_CELLS / columns.length)));
  await session.run(`CREATE OR REPLACE TEMP TABLE sample AS SELECT * FROM ${relation} LIMIT ${rows}`);
  const surveys = await surveyAll(session, "sample", columns);
  await session.run("DROP TABLE sample");
  return surveys;
}

const NOTHING = Object.fromEntries(
  Object.keys(shapes.aggregates).map((key) => [key, key === "odd" ? null : 0]),
) as Survey;

/** First which shapes occur, then the details of those that one shape fits. */
async function surveyAll(session: Session, relation: string, columns: readonly SourceColumn[]): Promise<Survey[]> {
  const found = await ask(session, relation, columns, shapes);
  const surveys = columns.map(({ sql }): Survey => ({ ...NOTHING, ...found.get(sql) }));
  const refine = async (fits: (survey: Survey) => boolean, question: Question<string>) => {
    const fitting = columns.filter((_, i) => fits(surveys[i] as Survey));
    const details = await ask(session, relation, fitting, question);
    for (const [i, { sql }] of columns.entries()) Object.assign(surveys[i] as Survey, details.get(sql));
  };
  await refine((s) => s.values > 0 && s.numbers === s.values && s.ints < s.values, digits);
  await refine((s) => s.values > 0 && s.parts === s.values, parts);
  return surveys;
}

async function ask(session: Session, relation: string, columns: readonly SourceColumn[], question: Question<string>) {
  const answers = new Map<string, Record<string, unknown>>();
  const [first] = columns;
  if (!first) return answers;
  const sql = askSQL(
    question,
    relation,
    columns.map((column) => column.sql),
    first.tokens,
  );
  for (const { column_: name, ...answer } of await session.rows<Record<string, unknown>>(sql))
    answers.set(String(name), answer);
  return answers;
}

type Guess = { column: SourceColumn; survey: Survey; decision: Decision };

async function proveQuickly(session: Session, relation: string, guesses: readonly Guess[]): Promise<Guess[]> {
  if (guesses.length > WIDE) return proveWide(session, relation, guesses);
  if (guesses.length === 0) return [];
  const aggregates = guesses.flatMap(({ column, decision }, i) => [
    `count("${column.sql}") AS n${i}`,
    `count_if(${quickProof(column.sql, decision.type)}) AS p${i}`,
  ]);
  const [row = {}] = await session.rows<Record<string, number>>(`SELECT ${aggregates.join(", ")} FROM ${relation}`);
  return guesses.filter((_, i) => row[`n${i}`] === row[`p${i}`]);
}

/** The same for hundreds of columns, a statement a type. */
async function proveWide(session: Session, relation: string, guesses: readonly Guess[]): Promise<Guess[]> {
  const proven: Guess[] = [];
  for (const [type, alike] of Map.groupBy(guesses, ({ decision }) => decision.type)) {
    const question = { inner: {}, aggregates: { cells: "count(c)", fitting: `count_if(${quickProof("c", type)})` } };
    const answers = await ask(
      session,
      relation,
      alike.map(({ column }) => column),
      question,
    );
    proven.push(...alike.filter(({ column }) => answers.get(column.sql)?.cells === answers.get(column.sql)?.fitting));
  }
  return proven;
}

/** A format found from parts of the cells (the day above 12) must also read every one of them. */
async function proveFormats(session: Session, relation: string, decisions: Map<SourceColumn, Decision>): Promise<void> {
  const unproven = [...decisions].filter(([, decision]) => decision.proof);
  if (unproven.length === 0) return;
  const aggregates = unproven.map(([{ sql, tokens }, { proof }], i) => {
    const value = cellValue(sql, tokens);
    return `min(${value}) FILTER (WHERE ${value} IS NOT NULL AND NOT (${proof?.(value)})) AS bad${i}`;
  });
  const [row = {}] = await session.rows<Record<string, string | null>>(
    `SELECT ${aggregates.join(", ")} FROM ${relation}`,
  );
  for (const [i, [column]] of unproven.entries()) {
    const bad = row[`bad${i}`];
    if (bad) decisions.set(column, text(`“${bad.slice(0, 40)}” is not a date, so the column stays text.`));
  }
}
