/** A `Set-Cookie` line, read as a browser reads it. */
type Line = { name: string; value: string; attributes: Map<string, string> };

/**
 * A browser's jar for one origin: keeps and ends cookies by the rules of RFC 6265bis, 5.7, and refuses a line that
 * breaks them, as browsers do without a word. `refused` has the lines that it did not take.
 */
export function cookieJar(origin: string) {
  const isSecure = origin.startsWith("https:");
  const cookies = new Map<string, Line>();
  const refused: string[] = [];
  return {
    refused,
    /** The lines of one answer. */
    take(lines: readonly string[] = []): void {
      for (const text of lines) {
        const line = readLine(text);
        if (!isAllowed(line, isSecure)) refused.push(text);
        else if (isOver(line)) cookies.delete(line.name);
        else cookies.set(line.name, line);
      }
    },
    names: () => [...cookies.keys()],
    attributesOf: (name: string) => Object.fromEntries(cookies.get(name)?.attributes ?? []),
    /** What the browser sends with the next request. */
    header: () => [...cookies.values()].map(({ name, value }) => `${name}=${value}`).join("; "),
  };
}

function readLine(text: string): Line {
  const [pair = "", ...rest] = text.split(";").map((part) => part.trim());
  const at = pair.indexOf("=");
  const attributes = rest.map((one): [string, string] => {
    const [key = "", value = ""] = one.split("=");
    return [key.toLowerCase(), value];
  });
  return {
    name: pair.slice(0, at),
    value: pair.slice(at + 1),
    attributes: new Map(attributes),
  };
}

function isAllowed({ name, attributes }: Line, isSecure: boolean): boolean {
  const says = (key: string) => attributes.has(key);
  if (says("secure") && !isSecure) return false;
  if (/^__Secure-/i.test(name)) return says("secure");
  if (!/^__Host-/i.test(name)) return true;
  return says("secure") && !says("domain") && attributes.get("path") === "/";
}

function isOver({ attributes }: Line): boolean {
  const seconds = attributes.get("max-age");
  if (seconds !== undefined) return Number(seconds) <= 0;
  const until = attributes.get("expires");
  return until !== undefined && Date.parse(until) <= Date.now();
}
