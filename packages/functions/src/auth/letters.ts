import type { Mail } from "@atrium/core/mail";

type Letter = Omit<Mail.Message, "to">;

const greeting = (name: string) => `Hello ${oneLine(name)},`;

/** A name is what somebody chose, perhaps for a letter to somebody else: no lines of its own and no address to follow. */
const oneLine = (name: string) =>
  name
    .replace(/[\p{Cc}:/]+/gu, " ")
    .trim()
    .slice(0, 60);

export const verificationLetter = (name: string, url: string): Letter => ({
  subject: "Confirm your address for Atrium",
  text: `${greeting(name)}

an account was made at Atrium with this address. If it was you who made it, confirm the address:

${url}

The link works for one day. If it was not you, do not follow it: unconfirmed, the account lets nobody in.
`,
});

export const resetLetter = (name: string, url: string): Letter => ({
  subject: "Choose a new password for Atrium",
  text: `${greeting(name)}

here you choose a new password for Atrium:

${url}

The link works once, within an hour, and signs you out everywhere. If you did not ask for it, do nothing: your
password stays as it is.
`,
});

export const knownLetter = (name: string, origin: string): Letter => ({
  subject: "You already have an account at Atrium",
  text: `${greeting(name)}

somebody, perhaps you, tried to make an account at Atrium with this address, which has one already. Sign in here:

${origin}/sign-in

If you do not know the password any more, choose a new one:

${origin}/forgot-password
`,
});
