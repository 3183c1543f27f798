/** A media type as a Content-Type names it, in lower case; the charset is UTF-8 unless another is named. */
export type MediaType = { name: string; charset: string };

/** Reads a Content-Type (RFC 9110, 8.3); null if there is none. */
export function readMediaType(header: string | undefined): MediaType | null {
  if (header === undefined || header.trim() === "") return null;
  const [name = "", ...parameters] = header.split(";").map((part) => part.trim());
  const charset = parameters
    .map((parameter) => parameter.split("=").map((part) => part.trim().toLowerCase()))
    .find(([key, value]) => key === "charset" && value !== undefined)?.[1]
    ?.replaceAll('"', "");
  return { name: name.toLowerCase(), charset: charset === "utf8" ? "utf-8" : charset || "utf-8" };
}
