import { describe, expect, test } from "vitest";
import { p, run } from "#tests/support/word-file.ts";
import { code, mark, read } from "./read-word.ts";

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
    const { text, said, findings } = read(body(inner), {
      footnotes: `<w:footnote w:id="4">${p(run("A note."))}</w:footnote>`,
      comments: `<w:comment w:id="5" w:author="Delegate">${p(run("Not agreed."))}</w:comment>`,
    });
    expect(text.replaceAll(/\s+/g, " ")).toBe("Before after.");
    expect(said).toEqual([expected]);
    expect(findings[0]?.place).toEqual({ part: "article", number: 1, near: "Before after." });
    expect(findings[0]?.lost).toBe(true);
  });

  test("a document within the document, a header, a table of contents", () => {
    const contents =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>' +
      `${p(run("Scope 1"))}</w:sdtContent></w:sdt>`;
    const { said } = read(`<w:altChunk r:id="x"/>${contents}`, { header: p(run("DRAFT 3")) });
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
