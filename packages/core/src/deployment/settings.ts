import { z } from "zod";
import * as Config from "../config/index.ts";

const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** `registry.example.org`, `registry.example.org:5000/team`, or one repository. */
const REGISTRY = /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)*\/?$/;

const Line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u, "must be one line");

const Maintenance = z.strictObject({
  active: z.boolean(),
  /** Why, for whoever is refused. */
  message: Line(300).default(""),
  /** When it should be over. */
  until: z.iso.datetime({ offset: true }).nullable().default(null),
});

const fields = {
  /** What the site calls itself. */
  name: Line(60).min(1),
  /** Who may make an account: anyone, whoever proves an address of some domains, or who was invited. */
  signUp: z.enum(["open", "domains", "invitation"]),
  signUpDomains: z.array(z.string().toLowerCase().regex(DOMAIN, "is no domain")).max(100),
  /** Of whom a second factor is required. */
  secondFactor: z.enum(["optional", "administrators", "everyone"]),
  /** Whether people without an account may read what is public, and what a share link opens. */
  readWithoutAccount: z.boolean(),
  /** A line above every page and the sign-in, such as what kind of data may lie here. */
  banner: Line(300),
  /** Whom people ask for help. */
  contact: z.union([z.literal(""), z.email().max(254)]),
  maintenance: Maintenance,
  /** Where images of algorithms may come from: registries, or what is below one; none where it is empty. */
  imageRegistries: z.array(z.string().trim().max(300).regex(REGISTRY, "is no registry")).max(100),
};

export const Settings = z.strictObject(fields);
export type Settings = z.infer<typeof Settings>;

export const Patch = Settings.partial();

/** Before anybody decided anything; who may sign up, the stage says. */
export const defaults = (): Settings => ({
  name: "Atrium",
  signUp: Config.signUp(),
  signUpDomains: [],
  secondFactor: "optional",
  readWithoutAccount: true,
  banner: "",
  contact: "",
  maintenance: { active: false, message: "", until: null },
  imageRegistries: [],
});
