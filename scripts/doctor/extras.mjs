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

const PYTHONS = ["python3", "python3.14", "python3.13", "python3.12", "python3.11"];
const FOR_CODE =
  "import ensurepip, platform, sys, venv; print(platform.python_version()); sys.exit(sys.version_info < (3, 11))";

/** The first that environments can be made from, as the job of user code looks for it. */
export function pythonForCode({ env }) {
  const name = "Python for code";
  for (const command of env.ATRIUM_PYTHON ? [env.ATRIUM_PYTHON] : PYTHONS) {
    const { ok, said } = attempt(command, ["-I", "-c", FOR_CODE]);
    if (ok) return fine(name, `${said}; its packages are fetched at the first run`);
  }
  return missing(name, "none of 3.11 or newer with venv", {
    disables: "scripts in Python, notebooks and the training of models",
    remedy: "Install Python 3.11 or newer with venv, or let ATRIUM_PYTHON name one.",
  });
}

const BROWSERS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome-headless-shell"];

/** The first that pages are printed by, as the export of a notebook looks for it. */
export function printing({ env }) {
  const name = "Chromium for PDF";
  for (const command of env.ATRIUM_CHROMIUM ? [env.ATRIUM_CHROMIUM] : BROWSERS) {
    const { ok, said } = attempt(command, ["--version"]);
    if (ok) return fine(name, firstLine(said));
  }
  return missing(name, env.ATRIUM_CHROMIUM ? `${env.ATRIUM_CHROMIUM} does not run` : "not installed", {
    disables: "notebooks as PDF; HTML is made all the same",
    remedy: "Install Chromium, or let ATRIUM_CHROMIUM name one by its whole path, executable for everybody.",
  });
}

const KINDS = ["--user", "--map-root-user", "--mount", "--pid", "--fork", "--net", "--ipc", "--uts", "--mount-proc"];
/** Whoever the program is, user code is an ordinary user. */
const ORDINARY = ["setpriv", "--reuid", "1900000000", "--regid", "1900000000", "--clear-groups"];

export function userCode({ env }) {
  const name = "User code";
  const [command, ...args] = [...(process.getuid?.() === 0 ? ORDINARY : []), "unshare", ...KINDS, "true"];
  const { ok, absent, said } = attempt(command, args);
  if (env.ATRIUM_UNCONFINED_CODE === "yes")
    return missing(name, "unconfined, since ATRIUM_UNCONFINED_CODE is yes", {
      disables: "the walls around it: whoever may run code can do on this machine all that Atrium can",
      remedy: ok ? "Namespaces work here: take the setting away." : "Only for a machine that is yours alone.",
    });
  if (ok) return fine(name, "runs in namespaces of its own");
  return missing(name, absent ? `${command} of util-linux is not installed` : `no namespaces: ${lastLine(said)}`, {
    disables: "scripts, notebooks and the training of models",
    remedy:
      "On Linux allow user namespaces (sysctl user.max_user_namespaces and, on Ubuntu, " +
      "kernel.apparmor_restrict_unprivileged_userns=0; in a container they need --privileged). On a machine that is yours " +
      "alone, ATRIUM_UNCONFINED_CODE=yes runs code without them.",
  });
}

const OLDEST_FFMPEG = 5;

/** As the host looks for it: the machine's where it is recent and makes H.264, else the one that comes with the packages. */
export function ffmpeg({ root, env }) {
  const name = "ffmpeg";
  const named = env.FFMPEG && env.FFPROBE ? env.FFMPEG : "ffmpeg";
  const own = attempt(named, ["-version"]);
  const major = Number(/^ffmpeg version n?(\d+)\./.exec(own.said)?.[1] ?? 0);
  if (own.ok && (named === env.FFMPEG || (major >= OLDEST_FFMPEG && own.said.includes("--enable-libx264"))))
    return fine(name, firstLine(own.said));
  const folders = ["ffmpeg", "ffprobe"].map((one) =>
    join(root, "node_modules", `@${one}-installer`, `${process.platform}-${process.arch}`, one),
  );
  const found = attempt(folders[0], ["-version"]);
  if (found.ok && existsSync(folders[1])) return fine(name, `${firstLine(found.said)}, which comes with the packages`);
  return missing(name, own.absent ? "not installed" : `${firstLine(own.said)}, too old or without libx264`, {
    disables: "making videos and their pictures playable: uploads of them stay files",
    remedy: "Install ffmpeg 5 or newer with libx264 from your system's packages, or let FFMPEG and FFPROBE name it.",
  });
}

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
