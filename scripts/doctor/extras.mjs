import { existsSync } from "node:fs";
import { join } from "node:path";
import { attempt, fine, firstLine, lastLine, missing } from "./finding.mjs";

/** A program of the machine that something optional uses. */
const optional = (name, command, args, { disables, remedy }) => {
  const found = attempt(command, args);
  if (found.ok) return fine(name, firstLine(found.said));
  const detail = found.absent ? "not installed" : `does not run: ${lastLine(found.said)}`;
  return missing(name, detail, { disables, remedy });
};

const PYTHON_MODULES = ["pip", "venv", "boto3", "pyarrow", "pandas"];
const PROBE = `import importlib.util as u, platform
print(platform.python_version(), *(m for m in ${JSON.stringify(PYTHON_MODULES)} if not u.find_spec(m)))`;

export function python() {
  const disables = "the tests of the Python client and of boto3 against the storage, which are skipped";
  const found = attempt("python3", ["-c", PROBE]);
  if (!found.ok)
    return missing("Python", found.absent ? "not installed" : lastLine(found.said), {
      disables,
      remedy: "Install Python 3.9 or newer with pip and venv.",
    });
  const [version, ...absent] = found.said.split(" ");
  if (absent.length === 0) return fine("Python", `${version} with ${PYTHON_MODULES.join(", ")}`);
  return missing("Python", `${version} without ${absent.join(", ")}`, {
    disables: `what uses ${absent.join(", ")} directly; tests get theirs into an environment of their own with pip`,
    remedy: absent.includes("pip") ? "Install pip and venv for it." : `python3 -m pip install ${absent.join(" ")}`,
  });
}

export const ffmpeg = () =>
  optional("ffmpeg", "ffmpeg", ["-version"], {
    disables: "nothing yet: video is not built",
    remedy: "Install ffmpeg from your system's packages.",
  });

export const docker = () =>
  optional("Docker", "docker", ["info", "--format", "server {{.ServerVersion}}"], {
    disables: "deploying to AWS, which builds the image of the import job",
    remedy: "Install Docker and start its daemon.",
  });

export const awsCommand = () =>
  optional("aws command", "aws", ["--version"], {
    disables: "the tests that aws s3 works against the storage, which are skipped",
    remedy: "Install the AWS command line interface.",
  });

/** Says whether there are any, never what they are, and asks nobody whether they are good. */
export function awsCredentials({ env, userHome }) {
  const folder = join(userHome, ".aws");
  const places = [
    [env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY, "AWS_ACCESS_KEY_ID"],
    [env.AWS_PROFILE, "AWS_PROFILE"],
    [env.AWS_WEB_IDENTITY_TOKEN_FILE, "AWS_WEB_IDENTITY_TOKEN_FILE"],
    [existsSync(join(folder, "credentials")), "~/.aws/credentials"],
    [existsSync(join(folder, "config")), "~/.aws/config"],
  ];
  const found = places.filter(([there]) => there).map(([, place]) => place);
  if (found.length > 0) return fine("AWS credentials", `in ${found.join(", ")}; not tried`);
  return missing("AWS credentials", "none", {
    disables: "deploying to AWS",
    remedy: "Sign in with the AWS command line, or set AWS_PROFILE.",
  });
}
