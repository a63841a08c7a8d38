/** What the boxes of the bench are, and what is asked of them. */
const SPECIES = ["Cod", "Ray", "Eel", "Crab", "Squid", "Shark", "Tuna", "Krill", "Perch", "Sole"];
/** One in so many is of a kind of its own. */
const RARE_EVERY = 5_000;

export const PAGE = 1_000;

export const items = (typeId: string, from: number, count: number) =>
  Array.from({ length: count }, (_, i) => {
    const n = from + i;
    return {
      ...{ typeId, frame: Math.floor(n / 4), x: ((n * 37) % 700) / 1_000, y: ((n * 53) % 700) / 1_000 },
      ...{ width: 0.1 + (n % 20) / 100, height: 0.1 },
      attributes: {
        Species: n % RARE_EVERY === 0 ? "Coelacanth" : (SPECIES[n % SPECIES.length] ?? ""),
        Score: (n % 1_000) / 1_000,
      },
    };
  });

type Known = { typeID: string; layerID: string; userID: string };
type Asked = { body: object; sql: string };
const leaf = (field: string, op: string, value: unknown) => ({ field, op, value });

/** Typical filters, each with the rows it means in SQL. */
export const filters = ({ typeID, layerID, userID }: Known): Record<string, Asked> => {
  const of = (body: object, sql: string): Asked => ({ body, sql });
  const by = (filter: object, sql: string): Asked => of({ filter }, sql);
  const [species, score] = ["attributes ->> 'Species'", "(attributes -> 'Score')::numeric"];
  const frames = by(leaf("$frame", "between", [10_000, 10_500]), "frame between 10000 and 10500");
  return {
    "an attribute": by(leaf("attributes.Species", "eq", "Eel"), `${species} = 'Eel'`),
    "an attribute that few have": by(leaf("attributes.Species", "eq", "Coelacanth"), `${species} = 'Coelacanth'`),
    "a range of an attribute": by(leaf("attributes.Score", "between", [0.4, 0.5]), `${score} between 0.4 and 0.5`),
    "a small range of an attribute": by(leaf("attributes.Score", "gt", 0.998), `${score} > 0.998`),
    "a type": of({ type: [typeID] }, `type_id = '${typeID}'`),
    "a layer": of({ layer: [layerID] }, `layer_id = '${layerID}'`),
    frames,
    "who made it": by(leaf("$createdBy", "eq", userID), `created_by = '${userID}'`),
    "all of these": by(
      {
        and: [
          leaf("attributes.Species", "eq", "Eel"),
          leaf("attributes.Score", "gt", 0.5),
          leaf("$frame", "lt", 20_000),
          leaf("$type", "eq", typeID),
        ],
      },
      `${species} = 'Eel' and ${score} > 0.5 and frame < 20000 and type_id = '${typeID}'`,
    ),
  };
};
