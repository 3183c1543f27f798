/**
 * The plain words of an article far from the screen. The browser's search finds them, and the rendered article
 * replaces them when it comes near. Kept cheap, because there may be hundreds.
 */
export function farWords(markdown: string): string {
  return markdown
    .split("\n")
    .filter((line) => !(line.includes("-") && /^[\s|:-]+$/.test(line)))
    .map(wordsOf)
    .join("\n");
}

function wordsOf(line: string): string {
  return line
    .replace(/^(\s{0,12})(?:#{1,6}|[-*+>]|\d{1,9}[.)])\s+/, "$1")
    .replace(/^\s*\|(.*)\|\s*$/, (_, row: string) => row.split("|").join("   ").trim())
    .replaceAll(/\]\([^()\s]{0,200}\)/g, "")
    .replaceAll(
      /\*\*|__|(?<![\\\w])[*_](?=\S)|(?<=[^\s\\])[*_](?!\w)|\[(?![A-Z][A-Z0-9-]*\s*[:,/])/g,
      "",
    )
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");
}
