import { describe, expect, test } from "vitest";
import { article, item, list, numbers, p, run, styled } from "#tests/support/word-file.ts";
import { decimal, numbering, read, style } from "./read-word.ts";

describe("numbers", () => {
  test("begin where the document begins them", () => {
    const { text, said } = read(item("Five.") + item("Six."), numbering(["decimal", "(%1)", 5]));
    expect(text).toBe("5. Five.\n6. Six.");
    expect(said).toEqual([]);
  });

  test("go on after a paragraph without one", () => {
    const { text } = read(
      item("One.") + item("Two:") + p(run("Between.")) + item("Three."),
      decimal,
    );
    expect(text).toBe("1. One.\n2. Two:\n\nBetween.\n\n3. Three.");
  });

  test("go on after a paragraph that belongs to the one before", () => {
    const inner = item("One.") + p(run("More of one."), '<w:ind w:left="720"/>') + item("Two.");
    const { text } = read(inner, decimal);
    expect(text).toBe("1. One.\n\n   More of one.\n2. Two.");
  });

  test("are counted by empty paragraphs too, and skip as the document skips", () => {
    const { text } = read(item("One.") + item("") + item("Three."), decimal);
    expect(text).toMatch(/^1\. One\.\n+3[.)] Three\.$/);
  });

  test("in another style are named with what stands here instead", () => {
    const { text, said } = read(
      item("First.") + item("Sub.", 1) + item("Second."),
      numbering(["decimal", "%1."], ["decimal", "%1.%2."]),
    );
    expect(text).toBe("1. First.\n   1. Sub.\n2. Second.");
    expect(said).toEqual(["listLabel | 1.1. | (a)"]);
    expect(read(item("x"), numbering(["upperRoman", "%1.", 4])).said).toEqual([
      "listLabel | IV. | (4)",
    ]);
  });

  test("restart where the document restarts them", () => {
    const override = `${list(1, ["decimal", "%1."])}${numbers(1)}<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const { text } = read(item("a") + item("b") + p(run("x")) + item("c", 0, 2), {
      numbering: override,
    });
    expect(text).toBe("1. a\n2. b\n\nx\n\n1. c");
  });

  test("of articles that differ from ours are named, typed or automatic", () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const automatic = read(
      p(run("x")) + article("Costs", numbered),
      numbering(["decimal", "Article %1", 7]),
    );
    expect(automatic.said).toEqual(["articleNumber | Article 7 | Article\u00a02"]);
    const typed = read(p(run("x")) + article("Article 5. Costs"));
    expect(typed.text).toContain("## Article 5. Costs");
    expect(typed.said).toEqual(["articleNumber | Article 5 | Article\u00a02"]);
    const same = read(p(run("x")) + article("Article 2. Costs"));
    expect(same.text).toContain("## Costs");
    expect(same.said).toEqual([]);
    const other = read(p(run("x")) + article("Section 2. Costs"));
    expect(other.text).toContain("## Costs");
    expect(other.said).toEqual(["articleNumber | Section 2 | Article\u00a02"]);
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
