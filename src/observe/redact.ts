/** A line's fields besides its event. */
export type Fields = Record<string, unknown>;

/**
 * Names of fields that never leave the process. Case, `-`, `_` and a plural do not matter, and a name that ends with
 * one of these counts too (`set-cookie`, `smtpPassword`, `sessionTokens`). Whatever people write or read (letters,
 * texts, titles, documents) is as secret as credentials.
 */
export const secretFields = [
  // Credentials.
  "authorization",
  "cookie",
  "password",
  "passphrase",
  "code",
  "pin",
  "token",
  "secret",
  "key",
  "pem",
  "credential",
  "assertion",
  "challenge",
  "session",
  "signature",
  // Addresses, and links that may contain a code.
  "email",
  "mail",
  "address",
  "recipient",
  "to",
  "link",
  "url",
  "href",
  "query",
  // What people write and read.
  "subject",
  "text",
  "html",
  "body",
  "content",
  "markdown",
  "document",
  "source",
  "pdf",
  "bytes",
  "file",
  "title",
  "name",
  "values",
  "parameters",
  "headers",
] as const;

const hidden = "[secret]";
const maxDepth = 6;
const maxText = 8000;
const maxItems = 50;

/** In lower case, without `-`, `_` and a plural ending. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")
    .replace(/[es]{0,6}$/, "");
const secretNames = secretFields.map(plain);
/** These two end too many harmless words, such as `goto`: only the whole name counts. */
const endings = secretNames.filter((name) => name !== "to" && name !== "pin");
const known = new Map<string, boolean>();

/** Whether a field of this name must be redacted. */
export function isSecret(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const asked = plain(name);
  const found = secretNames.includes(asked) || endings.some((ending) => asked.endsWith(ending));
  // Names come from our own code; if they ever come from elsewhere, they must not fill the memory.
  if (known.size < 1000) known.set(name, found);
  return found;
}

/**
 * The same fields without secrets. Replaces secret fields at any depth, and removes addresses, passwords and keys from
 * texts. Errors become their stack with their causes; bytes become their number.
 */
export function redact(fields: Fields): Fields {
  return clean(fields, 0) as Fields;
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === "string") return scrub(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) {
    return typeof value === "function" || typeof value === "symbol" ? undefined : value;
  }
  if (value instanceof Date) return value;
  if (value instanceof Error) return stackOf(value);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} B]`;
  if (depth >= maxDepth) return "[deeper]";
  if (Array.isArray(value)) return value.slice(0, maxItems).map((one) => clean(one, depth + 1));
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const kept: Fields = {};
  for (const [name, inner] of entries) {
    if (inner === undefined) continue;
    kept[String(name)] = isSecret(String(name)) ? hidden : clean(inner, depth + 1);
  }
  return kept;
}

/** An error as one text: its stack and those of its causes. */
export function stackOf(error: unknown): string {
  const stacks: string[] = [];
  for (let one: unknown = error; one instanceof Error && stacks.length < 5; one = one.cause) {
    stacks.push(quoteless(one.stack ?? `${one.name}: ${one.message}`, one));
  }
  return scrub(stacks.length > 0 ? stacks.join("\ncaused by ") : String(error));
}

/** An error in one line, without its stack. */
export function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return scrub(String(error));
  const { cause } = error;
  const code = "code" in error ? ` (${String(error.code)})` : "";
  const said = quoteless(`${error.name}: ${error.message || "no message"}${code}`, error);
  const inner = cause instanceof Error ? `; caused by ${lineOf(cause)}` : "";
  return scrub(`${said}${inner}`.replaceAll(/\s+/g, " ")).slice(0, 1000);
}

/** PostgreSQL quotes the offending value at the end of its message. */
function quoteless(text: string, error: Error): string {
  const from = error.message.indexOf(': "');
  if (!("severity" in error) || from < 0) return text;
  return text.replace(error.message, () => `${error.message.slice(0, from)}: "…"`);
}

/** A URL's authority, which may contain a password, and whatever follows its `?` or `#`. */
const authority = /:\/\/[^\s/]+/g;
const query = /([?#&][\w.-]{0,60}=)[^\s&#"'<>)]+/g;
const bearer = /\b(bearer|basic) {1,3}[\w.~+/=-]+/gi;
/** A possible address: it is one if it contains an `@`. */
const word = /[^\s<>()[\],;:"'\\=/]+/g;
/** `password=…`, `token: …`, as programs write them in messages. */
const named =
  /\b(password|passwd|secret|token|api[_-]?key|authorization|code)(["']?\s?[=:]\s?["']?)[^\s"',;&]{1,500}/gi;
/** A PEM block, or a truncated one. */
const pem = /-----BEGIN [A-Z0-9 ]{1,40}-----[^-]*(?:-----END [A-Z0-9 ]{1,40}-----)?/g;
/** Keys and session tokens are 43 random letters and digits; digests and ids have only lower-case letters. */
const run = /[\w-]{32,}/g;
const byChance = (text: string) => /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text);
/** Ids and digests, of which most lines have three; they need no further check. */
const hex = /^[0-9a-f-]+$/;
const worthALook = /[@?#=:]|-----|bearer|basic|[\w-]{32}/i;

/** A text without addresses, passwords, tokens and keys, cut to a maximum length. */
export function scrub(text: string): string {
  if (text.length < 4 || hex.test(text) || !worthALook.test(text)) return text;
  const cleaned = text
    .slice(0, maxText)
    .replace(pem, hidden)
    .replace(authority, (found) => `://${found.slice(3).replace(/^.*@/, `${hidden}@`)}`)
    .replace(bearer, `$1 ${hidden}`)
    .replace(query, `$1${hidden}`)
    .replace(word, (found) => (/.@./.test(found) ? "[address]" : found))
    .replace(named, `$1$2${hidden}`)
    .replace(run, (found) => (byChance(found) ? hidden : found));
  return text.length > maxText ? `${cleaned} …` : cleaned;
}
