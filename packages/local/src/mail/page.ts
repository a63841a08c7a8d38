import type { Mail } from "./store.ts";

const STYLE = `
:root { color-scheme: light dark; font: 14px/1.5 Inter, system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: 1rem 0; }
h2 { font-size: 1rem; margin: 0; }
p { margin: 0; }
.about { font-size: .8rem; opacity: .75; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .75rem 0 0; }
`;

/** The text of each message with its addresses as links; what is marked up is not rendered, since anybody may have written it. */
export const page = (messages: Mail[]): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Mailbox · Atrium</title><style>${STYLE}</style></head>
<body>
<main>
<h1>Mailbox</h1>
<p>What Atrium mailed from this machine, newest first. Nothing leaves it. Reload to look again.</p>
${messages.length === 0 ? "<p>Nothing was sent yet.</p>" : messages.map(article).join("\n")}
</main>
</body>
</html>
`;

const article = ({ at, from, to, subject, text }: Mail): string => `<article>
<h2>${escaped(subject)}</h2>
<p class="about">To ${escaped(to.join(", "))} · from ${escaped(from)} · <time>${new Date(at).toISOString()}</time></p>
<pre>${linked(text)}</pre>
</article>`;

const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : `<a href="${escaped(part)}">${escaped(part)}</a>`))
    .join("");

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
