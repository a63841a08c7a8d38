import type { Parameter, Problem } from "../signature/schema.ts";

/** What a script leaves its annotations as: a file of lines. */
export const OUTPUT = "annotations";

type Code = { inputs: Parameter[]; outputs: Parameter[]; problems: Problem[] };

const isMedia = ({ type, item }: Parameter): boolean => type === "list" && item === "media";

/** The input that a script gets its media by, what else it takes, and why it cannot work on media. */
export function takes({ inputs, outputs, problems }: Code): {
  media: string;
  parameters: Parameter[];
  problem: string | null;
} {
  const [media, second] = inputs.filter(isMedia);
  const parameters = inputs.filter((input) => !isMedia(input));
  const problem = () => {
    const [first] = problems;
    if (first) return `Line ${first.line} of the script: ${first.message}`;
    if (!media) return 'The script takes no media. Its header needs a line such as "input: list<media> media".';
    if (second) return "The script takes two lists of media, and an algorithm has one.";
    const left = outputs.find(({ name }) => name === OUTPUT);
    if (left?.type !== "file")
      return `The script leaves no annotations. Its header needs the line "output: file ${OUTPUT}".`;
    return null;
  };
  return { media: media?.name ?? "", parameters, problem: problem() };
}
