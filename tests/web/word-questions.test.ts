import { describe, expect, test } from "vitest";
import { article, cell, p, row, run, table } from "#tests/support/word-file.ts";
import { decimal, read, style } from "./read-word.ts";

describe("words that are there and not there are asked about", () => {
  const struck = p(`${run("Parties ")}${run("may", "<w:strike/>")}${run("shall", "<w:u/>")}`);
  test("struck through", () => {
    expect(read(struck).questions.struck).toEqual(["may"]);
    expect(read(struck, {}, { struck: "leaveOut" }).text).toBe("Parties shall");
    expect(read(struck, {}, { struck: "keep" }).text).toBe("Parties mayshall");
  });

  test("hidden, by the run or by its style", () => {
    const styles =
      '<w:style w:type="character" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const hidden = p(
      `${run("Seen. ")}${run("One.", "<w:vanish/>")}${run("Two.", '<w:rStyle w:val="Note"/>')}`,
    );
    const { questions } = read(hidden, { styles });
    expect(questions.hidden).toEqual(["One.", "Two."]);
    expect(read(hidden, { styles }, { hidden: "leaveOut" }).text).toBe("Seen.");
    expect(read(p(run("Live.", '<w:vanish w:val="0"/>'))).questions.hidden).toEqual([]);
  });

  const ins = (inner: string) => `<w:ins w:id="1" w:author="Ann">${inner}</w:ins>`;
  const del = (text: string) =>
    `<w:del w:id="2" w:author="Bob"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
  const gone = '<w:rPr><w:del w:id="3" w:author="Bob"/></w:rPr>';

  test("changed with tracking, each way", () => {
    const tracked =
      p(`${run("Parties ")}${del("may")}${ins(run("shall"))}${run(" act.")}`) +
      p(del("Gone whole."), gone) +
      p(run("Joined "), gone) +
      p(run("to this.")) +
      p(`<w:moveFrom w:author="Bob">${run("Moved.")}</w:moveFrom>`) +
      p(run("Between.")) +
      p(`<w:moveTo w:author="Bob">${run("Moved.")}</w:moveTo>`) +
      table(
        row(cell(p(run("kept")))),
        `<w:tr><w:trPr><w:del w:author="Bob"/></w:trPr>${cell(p(del("row")))}</w:tr>`,
      );
    const { questions } = read(tracked);
    expect(questions.tracked?.authors).toEqual(["Bob", "Ann"]);
    expect(questions.tracked?.inserted).toEqual(["shall", "Moved."]);
    expect(questions.tracked?.deleted).toEqual(["may", "Gone whole.", "Moved.", "row"]);
    expect(read(tracked, {}, { tracked: "accept" }).text).toBe(
      "Parties shall act.\n\nJoined to this.\n\nBetween.\n\nMoved.\n\n| kept |\n| - |",
    );
    expect(read(tracked, {}, { tracked: "reject" }).text).toBe(
      "Parties may act.\n\nGone whole.\n\nJoined\n\nto this.\n\nMoved.\n\nBetween.\n\n| kept |\n| - |\n| row |",
    );
  });

  test("a deleted article is an article when its deletion is rejected", () => {
    const deleted =
      p(del("Gone"), `<w:pStyle w:val="Heading2"/>${gone}`) +
      p(del("gone text"), gone) +
      article("Last");
    expect(read(deleted, {}, { tracked: "accept" }).text).toBe("## Last");
    expect(read(deleted, {}, { tracked: "reject" }).text).toBe("## Gone\n\ngone text\n\n## Last");
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
