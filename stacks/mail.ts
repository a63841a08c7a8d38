import type { Permission } from "./util/lambda.ts";
import { settings } from "./util/settings.ts";

const [, domain] = /@([^@>\s]+)>?$/.exec(settings.mailFrom ?? "") ?? [];

/** The domain that mail comes from, with its DKIM and DMARC records; a stage without a sender has none and sends none. */
const sender = domain === undefined ? undefined : new sst.aws.Email("Mail", { sender: domain });

export const mailEnvironment = { MAIL_FROM: settings.mailFrom ?? "" };

/** For the one function that delivers. */
export const maySendMail: Permission[] = sender
  ? [{ actions: ["ses:SendEmail"], resources: [sender.nodes.identity.arn, sender.nodes.configurationSet.arn] }]
  : [];
