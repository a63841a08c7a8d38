/** A small organisation with names, work and talk that always read the same: what the approved pictures are taken of. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findMediaPrograms } from "../../packages/local/src/host/media-programs.ts";
import { createClient } from "../../packages/local/src/sample/client.ts";
import { annotateReef } from "../../packages/local/src/sample/reef/annotate.ts";
import { filmReef } from "../../packages/local/src/sample/reef/index.ts";
import { type Json, withKey } from "./http.ts";
import { createProject, ended, importContent, importTable, MALFORMED, uploadFile } from "./make.ts";
import { analysis } from "./notebook.ts";
import { ROOT, temporaryFolder } from "./paths.ts";
import { newPerson, type Person } from "./people.ts";
import { environmentMissing } from "./python.ts";
import { FULL } from "./ring.ts";

const REEF_MS = 120_000;
/** The first makes the environment. */
const TRAINING_MS = 300_000;

type System = { url: string; apiKey: string };
export type Scene = Awaited<ReturnType<typeof setScene>>;

const DATA = dirname(dirname(createRequire(import.meta.url).resolve("vega-datasets")));
const data = (name: string) => readFileSync(join(DATA, "data", name));
const lines = (name: string) =>
  (JSON.parse(data(name).toString()) as unknown[]).map((row) => JSON.stringify(row)).join("\n");

/** One after the other, so that every list sorts the same way each time. */
export async function setScene(on: System) {
  const person = (name: string, address: string) => newPerson(name, { email: `${address}@coastal-lab.example`, on });
  const maya = await person("Maya Okafor", "maya");
  const ada = await person("Ada Sørensen", "ada");
  const kenji = await person("Kenji Baba", "kenji");
  const wen = await person("Wen Li", "wen");
  const newcomer = await person("Priya Raman", "priya");
  const groups = await setGroups(maya, ada, kenji);
  const survey = await setSurvey(maya, ada, groups.field);
  const study = await setStudy(maya, wen);
  await setTalk({ maya, ada, kenji, survey, study });
  const code = await setCode(kenji);
  const dive = await setDive(on);
  return { maya, ada, kenji, wen, newcomer, ...groups, ...survey, ...study, ...code, dive };
}

/** For the second ring, where there is an ffmpeg: a video with what swims in it already drawn, and another layer beside it. */
async function setDive({ url, apiKey }: System): Promise<Json | undefined> {
  const programs = FULL ? findMediaPrograms(ROOT) : undefined;
  if (!programs) return undefined;
  const folder = temporaryFolder("scene-reef");
  try {
    const out = join(folder.path, "reef.mp4");
    await filmReef(programs.ffmpeg, out);
    const by = withKey(url, apiKey);
    const project = await createProject(by, "Reef dives");
    const file = await uploadFile(by, project.id, "reef-dive.mp4", readFileSync(out));
    const { media, run } = await by.post("/media", { projectId: project.id, fileId: file.id });
    await ended(by, run.id, REEF_MS);
    await annotateReef(createClient(url, apiKey), project.id, media.id);
    return media;
  } finally {
    folder.remove();
  }
}

async function setGroups(maya: Person, ada: Person, kenji: Person) {
  const field = await maya.session.post("/groups", {
    name: "Field team",
    description: "Divers, pilots and annotators of the kelp transects.",
    listed: true,
  });
  const benthic = await ada.session.post("/groups", {
    name: "Benthic ID",
    description: "Names what lives on the floor.",
  });
  await ada.session.post(`/groups/${benthic.id}/members`, { memberId: kenji.id });
  await maya.session.post(`/groups/${field.id}/members`, { memberId: ada.id, role: "admin" });
  // Who nests a group must administer both.
  await ada.session.post(`/groups/${field.id}/members`, { memberId: benthic.id });
  return { field, benthic };
}

const README = `# Kelp Forest Survey

Twelve sites along the coast, filmed twice a year since 2024. Every transect is 30 m long and two metres wide.

- **Sites** are named by county and number.
- Counts below five are kept as they are.

Ask [Ada](mailto:ada@coastal-lab.example) before the clips are used elsewhere.
`;

async function setSurvey(maya: Person, ada: Person, field: Json) {
  const project = await maya.session.post("/projects", {
    name: "Kelp Forest Survey",
    description: "Repeat video transects of 12 kelp sites, 2024 to 2026",
    tags: ["marine", "video", "2026"],
  });
  await maya.session.call("PATCH", `/projects/${project.id}`, {
    body: { readme: README },
    headers: { "if-match": `"${project.revision}"` },
  });
  await maya.session.post("/projects", { name: "Transect 04", parentId: project.id, description: "Point Loma, north" });
  await maya.session.post(`/entities/${project.id}/grants`, { principalId: field.id, bundle: "annotator" });
  await maya.session.post(`/entities/${project.id}/grants`, { email: ada.email, bundle: "contributor" });
  for (const type of [
    { name: "Site", dtype: "enum", choices: ["Point Loma", "La Jolla", "Cardiff"], description: "Where it was filmed" },
    { name: "Depth", dtype: "float", minimum: 0, maximum: 60, description: "Metres below the surface" },
  ])
    await maya.session.post(`/projects/${project.id}/attribute-types`, type);
  const protocol = await uploadFile(
    ada.session,
    project.id,
    "protocol-2026.md",
    "# Protocol\n\nSwim slowly. Keep the laser dots in view.\n",
  );
  const observations = await importTable(ada.session, data("seattle-weather.csv"), {
    project,
    fileName: "observations.csv",
    tableName: "observations",
  });
  const broken = await importContent(maya.session, MALFORMED, {
    project,
    fileName: "site-effort.csv",
    tableName: "site_effort",
  });
  await maya.session.post(`/projects/${project.id}/webhooks`, {
    url: "https://hooks.reef-watch.example/atrium",
    types: ["file.*", "table.*"],
  });
  return { survey: project, protocol, observations, broken };
}

async function setStudy(maya: Person, wen: Person) {
  const project = await wen.session.post("/projects", {
    name: "Coastal Load Study",
    description: "Hourly electricity load for 58 counties and 14 end uses, three scenarios.",
    tags: ["energy", "county"],
  });
  await wen.session.post(`/entities/${project.id}/grants`, { email: maya.email, bundle: "contributor" });
  const cars = await importTable(wen.session, lines("cars.json"), {
    project,
    fileName: "cars.ndjson",
    tableName: "cars",
  });
  const load = await importTable(wen.session, data("iowa-electricity.csv"), {
    project,
    fileName: "load-2030.csv",
    tableName: "load-2030-hourly",
  });
  const penguins = await maya.session.post("/projects", {
    name: "Palmer Penguins",
    description: "Body mass of three species.",
    tags: ["birds"],
  });
  const penguin = await importTable(maya.session, lines("penguins.json"), {
    project: penguins,
    fileName: "penguins.ndjson",
    tableName: "penguin-mass",
  });
  await maya.session.post("/schedules", {
    projectId: penguins.id,
    functionId: "fun_00000000000000000000000001",
    name: "Penguins, every morning",
    cron: "15 6 * * *",
    timezone: "America/Los_Angeles",
    inputs: { projectId: penguins.id, fileId: penguin.file.id, name: "penguin-mass" },
    enabled: false,
  });
  const atlas = await wen.session.post("/projects", {
    name: "Feeder peak load",
    description: "Peak by feeder and season, 4,180 feeders. Location is coarse unless you are in Grid Planning.",
    tags: ["electricity", "feeder"],
    visibility: "discoverable",
  });
  await wen.session.call("PUT", `/entities/${atlas.id}/access/offer`, {
    body: { question: "Which study is it for?", bundles: ["viewer", "contributor"], days: 90 },
  });
  return { study: project, cars, load, penguins, atlas };
}

const SCRIPT = `#name: Mass by species
#description: Mean and spread of body mass
#language: python
#input: dataframe penguins
#input: column amount {type: numerical}
#input: int least = 3 {min: 1; caption: At least}
#output: dataframe by_species {caption: Body mass by species}
#output: graphics chart

# Groups with fewer penguins say too little.
groups = penguins.groupby("Species")[amount].agg(["size", "mean", "std"])
by_species = groups[groups["size"] >= least].round(1).reset_index()
chart = by_species.plot.bar(x="Species", y="mean").figure
`;

/** Somebody's who shows none of it: lists of others stay as they are. Training takes an environment, which not every ring has. */
async function setCode(kenji: Person) {
  const project = await kenji.session.post("/projects", {
    name: "Penguin lab",
    description: "What predicts body mass",
  });
  const script = await kenji.session.post("/scripts", { projectId: project.id, source: SCRIPT });
  const file = await uploadFile(kenji.session, project.id, "Body mass.ipynb", analysis());
  const notebook = await kenji.session.post("/notebooks", { projectId: project.id, fileId: file.id });
  if (environmentMissing() !== undefined) return { script, notebook };
  const { table } = await importTable(kenji.session, lines("penguins.json"), {
    project,
    fileName: "penguins.ndjson",
    tableName: "penguins",
  });
  const features = ["Island", "Beak Length (mm)", "Beak Depth (mm)", "Flipper Length (mm)", "Body Mass (g)"];
  const inputs = { name: "Species by its measures", table: table.id, outcome: "Species", features, method: "linear" };
  const { id } = await kenji.session.post("/functions/fun_00000000000000000000000002/runs", { inputs });
  const training = await ended(kenji.session, id, TRAINING_MS);
  if (training.state !== "succeeded") throw new Error(`The training ${training.state}: ${training.error?.message}`);
  return { script, notebook, learned: table, model: { id: training.outputs.model as string } };
}

type Talk = {
  maya: Person;
  ada: Person;
  kenji: Person;
  survey: Awaited<ReturnType<typeof setSurvey>>;
  study: Awaited<ReturnType<typeof setStudy>>;
};

/** Comments, stars, a request to decide on: what makes notifications. */
async function setTalk({ maya, ada, kenji, survey, study }: Talk) {
  const table = survey.observations.table;
  const asked = await ada.session.post(`/entities/${table.id}/comments`, {
    body: "@Maya Okafor is this a lingcod or a cabezon?",
  });
  await maya.session.post(`/entities/${table.id}/comments`, { body: "Cabezon: no crest.", parentId: asked.id });
  await ada.session.post(`/entities/${survey.survey.id}/comments`, {
    body: "@Maya Okafor the clips of Transect 04 are up.",
  });
  for (const { id } of [survey.survey, study.load.table, study.study])
    await maya.session.call("PUT", `/entities/${id}/favorite`);
  const offered = await maya.session.post("/projects", {
    name: "Rockfish landings 1980–2025",
    description: "Commercial landings by port and month.",
    tags: ["fisheries"],
    visibility: "discoverable",
  });
  await maya.session.call("PUT", `/entities/${offered.id}/access/offer`, {
    body: { question: "What for?", bundles: ["viewer"], days: 90 },
  });
  await kenji.session.post(`/entities/${offered.id}/access/requests`, {
    bundle: "viewer",
    answer: "For the feeder study, until March.",
  });
}
