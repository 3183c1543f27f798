/**
 * The words of an article that is far from what is read now, without marks of Markdown: found by the browser's search and
 * replaced by the article as it is printed when it comes near. Quick and no more than that: there may be hundreds.
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
