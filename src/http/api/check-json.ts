import { type Fault, Refusal } from "#src/errors.ts";
import { placeAfter } from "#src/text/decode-text.ts";

const maxDepth = 32;

/**
 * Checks JSON strictly (RFC 8259, with the unique names of RFC 7493, 2.3), in one pass over the text besides the
 * parser's.
 * @throws Refusal if it is not JSON, is nested deeper than 32 levels, names a key of an object twice, or holds half a
 * surrogate pair, U+0000, or U+FFFD, which replaces undecodable bytes
 */
export function checkJson(text: string): void {
  if (depthOf(text) > maxDepth) {
    throw new Refusal("body-too-deep", `The JSON is nested deeper than ${maxDepth} levels.`);
  }
  try {
    JSON.parse(text);
  } catch {
    throw new Refusal("malformed-request", "The body is not JSON.");
  }
  const { twice, spoilt } = scan(text);
  if (twice) {
    const detail = "The JSON names a key of one object twice, so its meaning is not certain.";
    throw new Refusal("duplicate-key", detail, { errors: [twice] });
  }
  if (spoilt) {
    const detail = "The text holds a character that is damaged. Send it again from its source.";
    throw new Refusal("invalid-text", detail, { errors: [spoilt] });
  }
}

/** An object or array around the scan's position: the position in it and, for an object, the keys seen so far. */
type Inside = { keys: Set<string> | null; at: string | number };

/** Scans well-formed JSON. Returns the first duplicate key and the first damaged string. */
function scan(json: string): { twice?: Fault; spoilt?: Fault } {
  const stack: Inside[] = [];
  let spoilt: Fault | undefined;
  let isKey = false;
  for (let at = 0; at < json.length; at++) {
    const inside = stack.at(-1);
    switch (json[at]) {
      case "{":
        stack.push({ keys: new Set(), at: "" });
        isKey = true;
        break;
      case "[":
        stack.push({ keys: null, at: 0 });
        isKey = false;
        break;
      case "}":
      case "]":
        stack.pop();
        isKey = false;
        break;
      case ",":
        isKey = inside?.keys != null;
        if (inside && typeof inside.at === "number") inside.at++;
        break;
      case ":":
        isKey = false;
        break;
      case '"': {
        const end = endOf(json, at);
        const said = json.slice(at, end + 1);
        if (isKey && inside?.keys) {
          inside.at = contentOf(said);
          if (inside.keys.has(inside.at)) {
            return { twice: fault(stack, json, at, "is named twice in one object") };
          }
          inside.keys.add(inside.at);
        }
        const what = spoilt ? null : damage(said);
        if (what) spoilt = fault(stack, json, at, what);
        at = end;
      }
    }
  }
  return spoilt ? { spoilt } : {};
}

/** The end of the string that begins here. */
function endOf(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return end;
  }
}

function contentOf(said: string): string {
  return said.includes("\\") ? JSON.parse(said) : said.slice(1, -1);
}

function damage(said: string): string | null {
  const suspect = said.includes("\ufffd") || /\\u(?:d[89a-f]|fffd|0000)/i.test(said);
  const value = suspect ? contentOf(said) : "";
  if (value.includes("\0")) return "U+0000 ends what programs read and is no character of a text";
  if (value.includes("\ufffd")) return "U+FFFD stands where bytes could not be read";
  return value.isWellFormed() ? null : "holds half a character (a lone surrogate)";
}

/** A place as a JSON pointer (RFC 6901), and as line, column and byte of the body. */
function fault(stack: Inside[], json: string, at: number, detail: string): Fault {
  const escaped = (part: string | number) =>
    String(part).toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1");
  const before = json.slice(0, at);
  const offset = new TextEncoder().encode(before).length;
  const pointer = stack.map((inside) => `/${escaped(inside.at)}`).join("");
  return { pointer, detail, ...placeAfter(before), offset };
}

/** The deepest nesting of brackets outside strings, found without parsing. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const char = json[i];
    if (inString) {
      if (char === "\\") i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") deepest = Math.max(deepest, ++depth);
    else if (char === "}" || char === "]") depth--;
  }
  return deepest;
}
