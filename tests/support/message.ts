export type ParsedMessage = {
  /** Header fields by lower-case name, unfolded and decoded; a repeated one throws. */
  headers: Record<string, string>;
  /** The text/plain and text/html parts, decoded. */
  text: string;
  html: string;
  raw: string;
};

/** Reads an e-mail as the standards say (RFC 5322, 2045 to 2047), as far as our letters go. */
export function parseMessage(raw: string): ParsedMessage {
  const { headers, body } = split(raw);
  const parts = [...leaves(headers, body)];
  const bodyOf = (type: string) =>
    parts.find((part) => part.headers["content-type"]?.startsWith(type))?.body ?? "";
  return { headers, text: bodyOf("text/plain"), html: bodyOf("text/html"), raw };
}

function split(entity: string): { headers: Record<string, string>; body: string } {
  const end = entity.indexOf("\r\n\r\n");
  const headers: Record<string, string> = {};
  for (const line of entity
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n")) {
    const [, name = "", value = ""] = line.match(/^([!-9;-~]+): ?(.*)$/) ?? [];
    if (!name || name.toLowerCase() in headers) throw new Error(`A bad header line: ${line}`);
    headers[name.toLowerCase()] = decodeWords(value);
  }
  return { headers, body: entity.slice(end + 4) };
}

function* leaves(
  headers: Record<string, string>,
  body: string,
): Generator<{ headers: Record<string, string>; body: string }> {
  const boundary = headers["content-type"]?.match(/boundary="?([^";]+)/)?.[1];
  if (!boundary) {
    yield { headers, body: decodeBody(body, headers["content-transfer-encoding"]) };
    return;
  }
  for (const part of `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1)) {
    const inner = split(part.replace(/^\r\n/, ""));
    yield* leaves(inner.headers, inner.body);
  }
}

function decodeBody(body: string, encoding = "7bit"): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString();
  if (encoding !== "quoted-printable") return body.replaceAll("\r\n", "\n");
  return decodeQuoted(body.replace(/=\r\n/g, "")).replaceAll("\r\n", "\n");
}

function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?(b|q)\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("latin1")
        : Buffer.from(decodeQuoted(word.replaceAll("_", " "))).toString("latin1"),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, "latin1").toString());
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString();
}
