const SCANNED = 2048;
/** Space and comments, which may stand before anything. */
const PREAMBLE = /^\ufeff?(?:\s+|<!--[\s\S]*?-->)*/;
/** What makes a browser that sniffs take a text for a page (WHATWG MIME Sniffing). */
const PAGE =
  /^<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|base|img|form|object|embed)[\s/>]|^<!--/i;
const XML = /^<\?xml\s/i;
const DRAWING = /<(?:[\w-]+:)?svg[\s>]/i;
const XHTML = /<(?:[\w-]+:)?html[\s>]/i;

/** The type of markup that a text is, if it is any: kinds of text in which scripts may stand. */
export function markupOf(text: string): string | undefined {
  const start = text.slice(0, SCANNED).replace(PREAMBLE, "");
  if (/^<(?:[\w-]+:)?svg[\s>]/i.test(start) || /^<!doctype svg/i.test(start)) return "image/svg+xml";
  if (PAGE.test(start)) return "text/html";
  if (!XML.test(start)) return undefined;
  if (DRAWING.test(start)) return "image/svg+xml";
  return XHTML.test(start) ? "application/xhtml+xml" : "application/xml";
}

const MARKUP = /^(text|application)\/(html|xml|xhtml\+xml|xsl|xslt\+xml)$|\+xml$/;
export const isMarkup = (type: string): boolean => MARKUP.test(type);

const INERT_TEXT = /^text\/(csv|tab-separated-values|plain|markdown)(;|$)/;
const ACTIVE = /^(text|multipart|message)\/|html|script|[/+]xml(;|$)|xsl|shockwave/;

/** The type bytes are served under: their own, unless a browser could run something in them. */
export const servedType = (type: string): string =>
  ACTIVE.test(type.toLowerCase()) && !INERT_TEXT.test(type.toLowerCase()) ? "application/octet-stream" : type;
