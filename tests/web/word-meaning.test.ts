import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { importText } from "#src/web/pages/drafting/word/import-text.ts";
import type { Decisions } from "#src/web/pages/drafting/word/read/settle.ts";
import {
  article,
  cell,
  item,
  list,
  numbers,
  p,
  row,
  run,
  styled,
  table,
  title,
  type WordParts,
  wordFile,
} from "#tests/support/word-file.ts";

/** What stands under the one article of a document, and what is said of it. */
function read(
  inner: string,
  parts: Partial<WordParts> = {},
  decisions: Decisions = {},
  language = "en",
) {
  const body = `${title}${article("Scope")}${inner}`;
  const document = importText(wordFile({ body, ...parts }), language);
  const { markdown, findings } = document.text(decisions);
  return {
    text: markdown.replace("# Agreement\n\n## Scope\n\n", "").trimEnd(),
    said: findings.map((one) => [one.kind, one.words, one.ours].filter(Boolean).join(" | ")),
    questions: document.questions,
  };
}

const style = (id: string, type: string, inner: string, more = "") =>
  `<w:style w:type="${type}" ${more} w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (words: string) => `<w:r><w:instrText> ${words} </w:instrText></w:r>`;
const decimal = {
  numbering: `${list(1, ["decimal", "%1."], ["lowerLetter", "(%2)"])}${numbers(1)}`,
};

describe("figures above the line stay above it", () => {
  test("when they are raised by their position", () => {
    const raised = (by: number) => run("6", `<w:position w:val="${by}"/>`);
    expect(read(p(`${run("10")}${raised(6)}${run(" EUR")}`)).text).toBe("10⁶ EUR");
    expect(read(p(`${run("x")}${raised(-6)}`)).text).toBe("x₆");
    expect(read(p(`${run("10")}${raised(1)}`)).text).toBe("106");
  });
  test("when they are the result of a reference", () => {
    const six = run("6", '<w:vertAlign w:val="superscript"/>');
    const inner = `${run("10")}${mark("begin")}${code("REF n \\h")}${mark("separate")}${six}${mark("end")}`;
    expect(read(p(inner)).text).toBe("10⁶");
  });
});

describe("a letter that its font makes another sign is named, not taken as a letter", () => {
  const symbol = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>';
  test.each([
    ["by the run", run("m", symbol), "symbol | Symbol U+006D"],
    ["by a style", run("m", '<w:rStyle w:val="Sy"/>'), "symbol | Symbol U+006D"],
    ["by a code of its own", run("\uf06d"), "symbol | U+F06D"],
  ])("%s", (_, sign, expected) => {
    const styles = style("Sy", "character", `<w:rPr>${symbol}</w:rPr>`);
    const { text, said } = read(p(`${run("5 ")}${sign}${run("g")}`), { styles });
    expect(text).toBe("5 g");
    expect(said).toEqual([expected]);
  });
});

describe("words struck through or hidden are asked about", () => {
  const struck = "<w:rPr><w:strike/></w:rPr>";
  test("when the default style strikes them", () => {
    const styles = style("Normal", "paragraph", struck, 'w:default="1"');
    expect(read(p(run("gone")), { styles }).questions.struck).toContain("gone");
  });
  test("when their table's style strikes them", () => {
    const styled = `<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>${row(cell(p(run("gone"))))}</w:tbl>`;
    const { questions } = read(styled, { styles: style("T", "table", struck) });
    expect(questions.struck).toEqual(["gone"]);
  });
  test("when their row is hidden", () => {
    const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${cell(p(run("unseen")))}</w:tr>`;
    expect(read(table(row(cell(p(run("seen")))), hidden)).questions.hidden).toEqual(["unseen"]);
  });
});

test("letters shown as capitals are named", () => {
  const { text, said } = read(
    p(run("Eur", "<w:caps/>") + run(" 5 ") + run("Ab", "<w:smallCaps/>")),
  );
  expect(text).toBe("Eur 5 Ab");
  expect(said).toEqual(["capitals | EUR | Eur", "capitals | AB | Ab"]);
});

test("words whose direction was given are named if they read otherwise without it", () => {
  const forced = (name: string, to: string, text: string) =>
    read(p(`<w:${name} w:val="${to}">${run(text)}</w:${name}>`)).said;
  expect(forced("bdo", "rtl", "123")).toEqual(["order | 123"]);
  expect(forced("dir", "rtl", "عقد 5 (b)")).toEqual(["order | عقد 5 (b)"]);
  expect(forced("dir", "rtl", "عقد")).toEqual([]);
  expect(forced("bdo", "ltr", "123")).toEqual([]);
});

test("a hard space at the end of a run stays", () => {
  expect(read(p(`${run("5")}<w:r><w:t>\u00a0000 </w:t></w:r>${run("EUR")}`)).text).toBe(
    "5\u00a0000EUR",
  );
});

test("a large first letter stays with its word", () => {
  const frame = '<w:framePr w:dropCap="drop" w:lines="3"/>';
  const { text, said } = read(
    p(run("T", '<w:position w:val="-9"/>'), frame) + p(run("he Parties agree.")),
  );
  expect(text).toBe("The Parties agree.");
  expect(said).toEqual([]);
});

describe("fields", () => {
  test("that end nowhere take no words with them", () => {
    const inner = p(`${run("Before ")}${mark("begin")}${code("IF")}${run("shown")}`);
    const { text, said } = read(inner + p(run("EUR 5,000.")));
    expect(text).toBe("Before shown\n\nEUR 5,000.");
    expect(said).toEqual(["field | IF"]);
  });
  test("within another's code are not printed", () => {
    const within = `<w:fldSimple w:instr="DOCPROPERTY a">${run("inner")}</w:fldSimple>`;
    const inner = `${mark("begin")}${code("IF")}${within}${mark("separate")}${run("yes")}${mark("end")}`;
    expect(read(p(inner)).text).toBe("yes");
  });
});

describe("alternate content", () => {
  const alternate = (needs: string) =>
    p(
      `<mc:AlternateContent><mc:Choice Requires="${needs}">${run("first")}</mc:Choice><mc:Fallback>${run("second")}</mc:Fallback></mc:AlternateContent>`,
    );
  test("is read as Word of today reads it", () => {
    expect(read(alternate("w14")).text).toBe("first");
    expect(read(alternate("future")).text).toBe("second");
  });
});

describe("cells", () => {
  const merge = (how: string) => `<w:${how}/>`;
  test("merged sideways are named, and so are words under a merged cell", () => {
    const sideways = table(
      row(cell(p(run("A")), merge('hMerge w:val="restart"')), cell(p(""), merge("hMerge"))),
      row(cell(p(run("1"))), cell(p(run("2")))),
    );
    expect(read(sideways).said).toEqual(["cellsMerged | A"]);
    const under = table(
      row(cell(p(run("A")), merge('vMerge w:val="restart"'))),
      row(cell(p(run("unseen")), merge("vMerge"))),
    );
    expect(read(under).said).toEqual(["cellsMerged | A; unseen"]);
  });
  test("in an element that is not known are read", () => {
    const inner = `<w:tbl><w:future><w:tr><w:future>${cell(p(run("here")))}</w:future></w:tr></w:future></w:tbl>`;
    expect(read(inner).text).toBe("| here |\n| - |");
  });
});

describe("a tracked change of format that says something is named", () => {
  const change = (name: string, inner: string) =>
    `<w:${name}Change w:author="Ann"><w:${name}>${inner}</w:${name}></w:${name}Change>`;
  const number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  test.each([
    ["a number before the paragraph", p(run("One."), number + change("pPr", ""))],
    [
      "a number that was inserted",
      p(run("One."), number.replace("</w:numPr>", '<w:ins w:author="Ann"/></w:numPr>')),
    ],
    [
      "words that were raised",
      p(run("One.", `<w:vertAlign w:val="subscript"/>${change("rPr", "")}`)),
    ],
    [
      "words that are no longer struck",
      table(row(cell(p(run("One.", change("rPr", "<w:strike/>")))))),
    ],
  ])("%s", (_, inner) => {
    expect(read(inner, decimal).said).toContain("reformed | One.");
  });
  test("but not one of looks alone", () => {
    const looks = p(
      run("One.", `<w:b/>${change("rPr", "")}`),
      change("pPr", '<w:jc w:val="end"/>'),
    );
    expect(read(looks).said).toEqual([]);
  });
});

describe("numbers", () => {
  const numbering = (...levels: [string, string, number?][]) => ({
    numbering: `${list(1, ...levels)}${numbers(1)}`,
  });
  test("that begin elsewhere do so each time they begin again", () => {
    const override = `${decimal.numbering}<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const body = item("A", 0, 2) + item("e", 1, 2) + item("B", 0, 2) + item("e", 1, 2);
    expect(read(body, { numbering: override }).text.match(/\d\. \w/g)).toEqual([
      "1. A",
      "5. e",
      "2. B",
      "5. e",
    ]);
  });
  test.each([
    ["in a format that is not known", ["ordinalText", "%1"], "listLabel | 1 (ordinalText) | (1)"],
    ["with a sign that names them", ["decimal", "§ %1."], "listLabel | § 1. | (1)"],
    ["in capitals", ["upperLetter", "(%1)"], "listLabel | (A) | (1)"],
    ["that are typed as a bullet", ["bullet", "(a)"], "listLabel | (a) | •"],
  ] as [string, [string, string], string][])("%s are named", (_, level, expected) => {
    expect(read(item("One."), numbering(level)).said).toEqual([expected]);
  });
  test("of bullets that are one sign are no numbers", () => {
    expect(read(item("One."), numbering(["bullet", "o"])).said).toEqual([]);
  });
  test("come from the default style, and from the style that a style is based on", () => {
    const own = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const byDefault = style("Normal", "paragraph", own, 'w:default="1"');
    expect(read(p(run("One.")), { ...decimal, styles: byDefault }).text).toBe("1. One.");
    const styles =
      style("Sub", "paragraph", own) + style("Own", "paragraph", '<w:basedOn w:val="Sub"/>');
    const linked = decimal.numbering.replace(
      '<w:lvlText w:val="(%2)"/>',
      '<w:lvlText w:val="(%2)"/><w:pStyle w:val="Sub"/>',
    );
    const body = styled("Sub", "one") + styled("Own", "two");
    const { text, said } = read(body, { numbering: linked, styles });
    expect(text).toBe("1. one\n2. two");
    expect(said).toEqual(["listLabel | (a) | (1)", "listLabel | (b) | (2)"]);
  });
});

describe("an article's number that is not ours stays whole and is named", () => {
  const raised = run("1", '<w:vertAlign w:val="superscript"/>');
  test.each([
    ["Article 2 bis. Costs", "Article 2 bis"],
    ["Article 2-ter Costs", "Article 2-ter"],
    ["Article 2.1 Costs", "Article 2.1"],
    ["Article 2A. Costs", "Article 2A"],
    ["Article 2/1. Costs", "Article 2/1"],
    ["Article 2(3) Costs", "Article 2(3)"],
  ])("%s", (heading, typed) => {
    const { text, said } = read(p(run("x")) + article(heading));
    expect(text).toContain(`## ${heading}`);
    expect(said).toEqual([`articleNumber | ${typed} | Article\u00a02`]);
  });
  test("with a raised figure", () => {
    const heading = p(
      `${run("Статья 2")}${raised}${run(". Сроки")}`,
      '<w:pStyle w:val="Heading2"/>',
    );
    const { text, said } = read(p(run("x")) + heading, {}, {}, "ru");
    expect(text).toContain("## Статья 2¹. Сроки");
    expect(said).toEqual(["articleNumber | Статья 2¹ | Статья\u00a02"]);
  });
  test.each(["Article %1 bis", "Section %1", "Rule %1.", "%1A"])("automatic: %s", (words) => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const numbering = `${list(1, ["decimal", words, 2])}${numbers(1)}`;
    const { said } = read(p(run("x")) + article("Costs", numbered), { numbering });
    expect(said).toEqual([`articleNumber | ${words.replace("%1", "2")} | Article\u00a02`]);
  });
  test("but ours, in pieces or in capitals, goes", () => {
    const pieces = p(
      `${run("ARTICLE ", "<w:b/>")}${run("2")}${run(". Costs")}`,
      '<w:pStyle w:val="Heading2"/>',
    );
    const { text, said } = read(p(run("x")) + pieces);
    expect(text).toContain("## Costs");
    expect(said).toEqual([]);
  });
});

test("letters drawn as a picture are named by what they say", () => {
  const drawn = '<w:r><w:pict><w:shape><w:textpath string="ANNEX 5"/></w:shape></w:pict></w:r>';
  expect(read(p(`${run("x")}${drawn}`)).said).toEqual(["image | ANNEX 5"]);
});

test("parts are found by their relationships, whatever they are called", () => {
  const plain = unzipSync(new Uint8Array(wordFile({ body: title + item("One."), ...decimal })));
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = (...all: [string, string][]) =>
    strToU8(
      `<Relationships>${all.map(([type, target]) => `<Relationship Id="${type}" Type="${office}/${type}" Target="${target}"/>`).join("")}</Relationships>`,
    );
  const moved = zipSync({
    "_rels/.rels": relations(["officeDocument", "/doc/main-part.xml"]),
    "doc/_rels/main-part.xml.rels": relations(
      ["styles", "styles2.xml"],
      ["numbering", "/doc/numbers.xml"],
    ),
    "doc/main-part.xml": plain["word/document.xml"] ?? new Uint8Array(),
    "doc/styles2.xml": plain["word/styles.xml"] ?? new Uint8Array(),
    "doc/numbers.xml": plain["word/numbering.xml"] ?? new Uint8Array(),
  });
  const { markdown } = importText(new Uint8Array(moved).buffer, "en").text({});
  expect(markdown).toBe("# Agreement\n\n1. One.\n");
});
