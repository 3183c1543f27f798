/** A media type from a Content-Type, in lower case; the charset is UTF-8 unless another is named. */
export type MediaType = { name: string; charset: string };

/**
 * A parameter: its name, and its value as a token or a quoted string, which can contain semicolons (RFC 9110, 5.6.6).
 */
const parameter = /;\s*([^\s=;"]*)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*)))?[^;]*/g;

/**
 * Parses a Content-Type (RFC 9110, 8.3); null if there is none. Two different charsets count as one unknown charset.
 */
export function readMediaType(header: string | undefined): MediaType | null {
  if (header === undefined || header.trim() === "") return null;
  const [name = ""] = header.split(";");
  const charsets = new Set<string>();
  for (const [, key, quoted, token] of header.slice(name.length).matchAll(parameter)) {
    const value = (quoted?.replaceAll(/\\(.)/g, "$1") ?? token ?? "").trim().toLowerCase();
    if (key?.toLowerCase() === "charset" && value !== "") {
      charsets.add(value === "utf8" ? "utf-8" : value);
    }
  }
  return { name: name.trim().toLowerCase(), charset: [...charsets].join(", ") || "utf-8" };
}
