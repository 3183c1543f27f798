import { describe, expect, test } from "vitest";
import { cell, item, p, row, run, styled, table } from "#tests/support/word-file.ts";
import { decimal, read } from "./read-word.ts";

describe("words in a cell", () => {
  test("of a list keep their numbers and are said to stand on one line", () => {
    const { text, said } = read(
      table(
        row(cell(p(run("Party"))), cell(p(run("Duties")))),
        row(cell(p(run("KZ"))), cell(item("pay travel") + item("pay salary"))),
      ),
      decimal,
    );
    expect(text).toBe("| Party | Duties |\n| - | - |\n| KZ | 1. pay travel 2. pay salary |");
    expect(said).toEqual(["cellFlattened | 1. pay travel 2. pay salary"]);
  });

  test("of a heading, of a table within it and of several paragraphs are all there", () => {
    const inner = table(row(cell(p(run("7"))), cell(p(run("8")))));
    const { text, said } = read(
      table(
        row(cell(styled("Heading3", "EUR 5,000")), cell(inner), cell(p(run("a")) + p(run("b")))),
      ),
    );
    expect(text).toBe("| EUR 5,000 | 7 8 | a b |\n| - | - | - |");
    expect(said).toEqual([
      "cellFlattened | EUR 5,000",
      "cellFlattened | 7 8",
      "cellFlattened | a b",
    ]);
  });

  test("merged over rows or columns leave no value under another heading", () => {
    const merge = (value: string) => `<w:vMerge${value}/>`;
    const { text, said } = read(
      table(
        row(cell(p(run("Party"))), cell(p(run("Year"))), cell(p(run("EUR")))),
        row(
          cell(p(run("KZ")), merge(' w:val="restart"')),
          cell(p(run("2026"))),
          cell(p(run("100"))),
        ),
        row(cell(p(""), merge("")), cell(p(run("2027"))), cell(p(run("200")))),
        row(cell(p(run("Total")), '<w:gridSpan w:val="2"/>'), cell(p(run("300")))),
      ),
    );
    expect(text.split("\n").slice(2)).toEqual([
      "| KZ | 2026 | 100 |",
      "| | 2027 | 200 |",
      "| Total | | 300 |",
    ]);
    expect(said).toEqual(["cellsMerged | KZ; Total"]);
  });

  test("in rows and cells under content controls are read", () => {
    const control = (inner: string) =>
      `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const { text } = read(table(control(row(cell(p(run("row"))), control(cell(p(run("cell"))))))));
    expect(text).toBe("| row | cell |\n| - | - |");
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
