import DOMPurify from "dompurify";
import { marked } from "marked";

/** What somebody wrote, in Markdown. Whatever in it could run, or look like a part of the site, is taken out. */
export function Markdown(props: { text: string; class?: string }) {
  return <div class={`prose ${props.class ?? ""}`} innerHTML={rendered(props.text)} />;
}

// A picture that says nothing of itself is at least not read out by its address; a link elsewhere tells nothing of this site.
DOMPurify.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName === "IMG" && !node.hasAttribute("alt")) node.setAttribute("alt", "");
  if (node.tagName === "A") node.setAttribute("rel", "noopener noreferrer nofollow");
});

const FORBIDDEN = ["style", "form", "input", "button", "textarea", "select", "iframe", "video", "audio", "dialog"];

export function rendered(text: string): string {
  const html = marked.parse(text, { async: false, gfm: true });
  return DOMPurify.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: FORBIDDEN,
    // Names and ids could stand in for elements that the site looks up by them.
    FORBID_ATTR: ["style", "class", "id", "name"],
  });
}
