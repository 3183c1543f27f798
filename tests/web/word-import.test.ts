import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { importText } from "#src/web/pages/drafting/word/import-text.ts";
import { TooLarge } from "#src/web/pages/drafting/word/read/open-package.ts";
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
function read(inner: string, decisions: Decisions = {}, parts: Partial<WordParts> = {}) {
  const body = `${title}${article("Scope")}${inner}`;
  const document = importText(wordFile({ body, ...parts }), "en");
  const { markdown, findings } = document.text(decisions);
  return {
    text: markdown.replace("# Agreement\n\n## Scope\n\n", "").trimEnd(),
    said: findings.map((one) => [one.kind, one.words, one.ours].filter(Boolean).join(" | ")),
    findings,
    questions: document.questions,
  };
}

const decimal = {
  numbering: `${list(1, ["decimal", "%1."], ["lowerLetter", "(%2)"])}${numbers(1)}`,
};

describe("words in a cell", () => {
  test("of a list keep their numbers and are said to stand on one line", () => {
    const { text, said } = read(
      table(
        row(cell(p(run("Party"))), cell(p(run("Duties")))),
        row(cell(p(run("KZ"))), cell(item("pay travel") + item("pay salary"))),
      ),
      {},
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

describe("figures above and below the line", () => {
  const raised = (text: string, how = "superscript") => run(text, `<w:vertAlign w:val="${how}"/>`);
  test("keep their meaning", () => {
    const { text, said } = read(
      p(`${run("10")}${raised("6")}${run(" EUR, H")}${raised("2", "subscript")}${run("O")}`),
    );
    expect(text).toBe("10⁶ EUR, H₂O");
    expect(said).toEqual([]);
  });
  test("that have no sign of their own are named", () => {
    const { text, said } = read(p(`${run("the 1")}${raised("st")}${run(" day")}`));
    expect(text).toBe("the 1st day");
    expect(said).toEqual(["raised | st"]);
  });
});

describe("words that are there and not there are asked about", () => {
  const struck = p(`${run("Parties ")}${run("may", "<w:strike/>")}${run("shall", "<w:u/>")}`);
  test("struck through", () => {
    expect(read(struck).questions.struck).toEqual(["may"]);
    expect(read(struck, { struck: "leaveOut" }).text).toBe("Parties shall");
    expect(read(struck, { struck: "keep" }).text).toBe("Parties mayshall");
  });

  test("hidden, by the run or by its style", () => {
    const styles =
      '<w:style w:type="character" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const hidden = p(
      `${run("Seen. ")}${run("One.", "<w:vanish/>")}${run("Two.", '<w:rStyle w:val="Note"/>')}`,
    );
    const { questions } = read(hidden, {}, { styles });
    expect(questions.hidden).toEqual(["One.", "Two."]);
    expect(read(hidden, { hidden: "leaveOut" }, { styles }).text).toBe("Seen.");
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
    expect(read(tracked, { tracked: "accept" }).text).toBe(
      "Parties shall act.\n\nJoined to this.\n\nBetween.\n\nMoved.\n\n| kept |\n| - |",
    );
    expect(read(tracked, { tracked: "reject" }).text).toBe(
      "Parties may act.\n\nGone whole.\n\nJoined\n\nto this.\n\nMoved.\n\nBetween.\n\n| kept |\n| - |\n| row |",
    );
  });

  test("a deleted article is an article when its deletion is rejected", () => {
    const deleted =
      p(del("Gone"), `<w:pStyle w:val="Heading2"/>${gone}`) +
      p(del("gone text"), gone) +
      article("Last");
    expect(read(deleted, { tracked: "accept" }).text).toBe("## Last");
    expect(read(deleted, { tracked: "reject" }).text).toBe("## Gone\n\ngone text\n\n## Last");
  });
});

describe("numbers", () => {
  const numbering = (...levels: [string, string, number?][]) => ({
    numbering: `${list(1, ...levels)}${numbers(1)}`,
  });

  test("begin where the document begins them", () => {
    const { text, said } = read(
      item("Five.") + item("Six."),
      {},
      numbering(["decimal", "(%1)", 5]),
    );
    expect(text).toBe("5. Five.\n6. Six.");
    expect(said).toEqual([]);
  });

  test("go on after a paragraph without one", () => {
    const { text } = read(
      item("One.") + item("Two:") + p(run("Between.")) + item("Three."),
      {},
      decimal,
    );
    expect(text).toBe("1. One.\n2. Two:\n\nBetween.\n\n3. Three.");
  });

  test("go on after a paragraph that belongs to the one before", () => {
    const inner = item("One.") + p(run("More of one."), '<w:ind w:left="720"/>') + item("Two.");
    const { text } = read(inner, {}, decimal);
    expect(text).toBe("1. One.\n\n   More of one.\n2. Two.");
  });

  test("are counted by empty paragraphs too, and skip as the document skips", () => {
    const { text } = read(item("One.") + item("") + item("Three."), {}, decimal);
    expect(text).toMatch(/^1\. One\.\n+3[.)] Three\.$/);
  });

  test("in another style are named with what stands here instead", () => {
    const { text, said } = read(
      item("First.") + item("Sub.", 1) + item("Second."),
      {},
      numbering(["decimal", "%1."], ["decimal", "%1.%2."]),
    );
    expect(text).toBe("1. First.\n   1. Sub.\n2. Second.");
    expect(said).toEqual(["listLabel | 1.1. | (a)"]);
    expect(read(item("x"), {}, numbering(["upperRoman", "%1.", 4])).said).toEqual([
      "listLabel | IV. | (4)",
    ]);
  });

  test("restart where the document restarts them", () => {
    const override = `${list(1, ["decimal", "%1."])}${numbers(1)}<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const { text } = read(
      item("a") + item("b") + p(run("x")) + item("c", 0, 2),
      {},
      { numbering: override },
    );
    expect(text).toBe("1. a\n2. b\n\nx\n\n1. c");
  });

  test("of articles that differ from ours are named, typed or automatic", () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const automatic = read(
      p(run("x")) + article("Costs", numbered),
      {},
      numbering(["decimal", "Article %1", 7]),
    );
    expect(automatic.said).toEqual(["articleNumber | Article 7 | Article\u00a02"]);
    const typed = read(p(run("x")) + article("Article 5. Costs"));
    expect(typed.text).toContain("## Article 5. Costs");
    expect(typed.said).toEqual(["articleNumber | Article 5 | Article\u00a02"]);
    const same = read(p(run("x")) + article("Article 2. Costs"));
    expect(same.text).toContain("## Costs");
    expect(same.said).toEqual([]);
  });
});

describe("what a text cannot hold is named with its words and its place", () => {
  const body = (inner: string) => p(`${run("Before ")}${inner}${run(" after.")}`);
  const box = (text: string) => `<w:txbxContent>${p(run(text))}</w:txbxContent>`;
  test.each([
    [
      "a picture",
      '<w:r><w:drawing><wp:inline><wp:docPr descr="A map"/></wp:inline></w:drawing></w:r>',
      "image | A map",
    ],
    ["an equation", "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>", "equation | a=b"],
    [
      "a text box",
      `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box("boxed")}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box("boxed")}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      "textBox | boxed",
    ],
    ["a symbol", '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "symbol | Symbol U+F0B3"],
    ["a footnote", '<w:r><w:footnoteReference w:id="4"/></w:r>', "footnote | A note."],
    ["a comment", '<w:r><w:commentReference w:id="5"/></w:r>', "comment | Delegate: Not agreed."],
    ["an unknown element", `<w:future>${run("unheard of")}</w:future>`, "unknown | unheard of"],
  ])("%s", (_, inner, expected) => {
    const { text, said, findings } = read(
      body(inner),
      {},
      {
        footnotes: `<w:footnote w:id="4">${p(run("A note."))}</w:footnote>`,
        comments: `<w:comment w:id="5" w:author="Delegate">${p(run("Not agreed."))}</w:comment>`,
      },
    );
    expect(text.replaceAll(/\s+/g, " ")).toBe("Before after.");
    expect(said).toEqual([expected]);
    expect(findings[0]?.place).toEqual({ part: "article", number: 1, near: "Before after." });
    expect(findings[0]?.lost).toBe(true);
  });

  test("a document within the document, a header, a table of contents", () => {
    const contents =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>' +
      `${p(run("Scope 1"))}</w:sdtContent></w:sdt>`;
    const { said } = read(`<w:altChunk r:id="x"/>${contents}`, {}, { header: p(run("DRAFT 3")) });
    expect(said).toEqual(["embedded", "contents | Scope 1", "margins | DRAFT 3"]);
  });
});

describe("words in wrappings are read", () => {
  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  test.each([
    [
      "a simple field",
      `<w:fldSimple w:instr=" MERGEFIELD sum ">${run("EUR 5,000")}</w:fldSimple>`,
      "EUR 5,000",
    ],
    ["a field", field(" MERGEFIELD sum ", "EUR 5,000"), "EUR 5,000"],
    [
      "an island of direction",
      `<w:dir w:val="ltr">${run("ISO 9001")}</w:dir><w:bdo w:val="rtl">${run("x")}</w:bdo>`,
      "ISO 9001x",
    ],
    ["a control", `<w:sdt><w:sdtContent>${run("5 May")}</w:sdtContent></w:sdt>`, "5 May"],
    [
      "smart tags and custom XML",
      `<w:smartTag>${run("Astana")}</w:smartTag><w:customXml>${run("!")}</w:customXml>`,
      "Astana!",
    ],
    [
      "a page break between",
      `${run("one")}<w:r><w:br w:type="page"/></w:r>${run("two")}`,
      "one two",
    ],
  ])("%s", (_, inner, expected) => {
    const { text, said } = read(p(inner));
    expect(text).toBe(expected);
    expect(said).toEqual([]);
  });

  test("a reference to an article follows it, and a number that changes is named", () => {
    const marked = p(
      `<w:bookmarkStart w:name="_Ref1"/>${run("Costs")}`,
      '<w:pStyle w:val="Heading2"/>',
    );
    const same = read(p(`${run("See ")}${field(" REF _Ref1 \\r \\h ", "Article 2")}`) + marked);
    expect(same.text).toContain("See [Article 2](#article-2)");
    expect(same.said).toEqual([]);
    const other = read(p(`${run("See ")}${field(" REF _Ref1 \\r \\h ", "Article 9")}`) + marked);
    expect(other.text).toContain("See [Article 2](#article-2)");
    expect(other.said).toEqual(["reference | Article 9 | Article 2"]);
    const words = read(p(`${run("See ")}${field(" REF _Ref1 \\h ", "the costs")}`) + marked);
    expect(words.text).toContain("See the costs");
  });

  test("a field without a result is named", () => {
    const bare =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(read(p(`${run("Box ")}${bare}`)).said).toEqual(["field | FORMCHECKBOX"]);
  });
});

describe("a file that is no Word document is refused", () => {
  const zipped = (files: Record<string, string>) =>
    new Uint8Array(
      zipSync(
        Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
      ),
    ).buffer;
  test.each([
    ["bytes of another kind", new TextEncoder().encode("%PDF-1.7").buffer as ArrayBuffer],
    ["an archive without a document", zipped({ "a.txt": "x" })],
    ["XML that is not well-formed", zipped({ "word/document.xml": "<w:document>" })],
    [
      "XML with entities to expand",
      zipped({ "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
    ],
    ["elements nested without end", zipped({ "word/document.xml": "<a>".repeat(100_000) })],
  ])("%s", (_, file) => {
    expect(() => importText(file, "en")).toThrow();
  });

  const blank = (megabytes: number) => " ".repeat(megabytes * 1024 * 1024);
  /** Says of every part that it has no more than a thousand bytes. */
  const understated = (file: ArrayBuffer) => {
    const view = new DataView(file.slice());
    for (let at = 0; at < view.byteLength - 28; at++) {
      const signature = view.getUint32(at, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 1000, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 1000, true);
    }
    return view.buffer;
  };
  const small = { "word/document.xml": "<w:document/>" };
  test.each([
    ["a part that unpacks beyond 40 MB", () => zipped({ "word/document.xml": blank(41) })],
    [
      "parts that do so together",
      () => zipped({ ...small, "word/a.xml": blank(20), "word/b.xml": blank(21) }),
    ],
    ["a file beyond 40 MB", () => new ArrayBuffer(40 * 1024 * 1024 + 1)],
    [
      "parts without end",
      () => zipped(Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`media/${n}`, ""]))),
    ],
  ])("%s is too large, before anything is unpacked", (_, file) => {
    expect(() => importText(file(), "en")).toThrow(TooLarge);
  });

  test("a part that is longer than it says is not unpacked beyond that", () => {
    const file = understated(
      zipped({ "word/document.xml": `<w:document>${blank(30)}</w:document>` }),
    );
    expect(() => importText(file, "en")).toThrow();
    // What the limit rests on: fflate fills no more than was announced.
    expect(unzipSync(new Uint8Array(file))["word/document.xml"]).toHaveLength(1000);
  });
});
