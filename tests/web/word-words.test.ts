import fc from "fast-check";
import { expect, test } from "vitest";
import { nodesOf } from "#src/text/markdown.ts";
import { importText } from "#src/web/pages/drafting/word/import-text.ts";
import type { Decisions } from "#src/web/pages/drafting/word/read/settle.ts";
import { trials } from "#tests/support/length.ts";
import {
  article,
  cell,
  list,
  numbers,
  p,
  row,
  run,
  table,
  title,
  wordFile,
} from "#tests/support/word-file.ts";

// Whatever a document is made of, each of its words is in the text, named as not taken over, or asked about. A word is
// drawn as `@`, and given a name of its own when the document is built.

const words = run("@");
const wrap = (tag: string, inner: string, more = "") => `<w:${tag}${more}>${inner}</w:${tag}>`;
const by = ' w:author="A"';

const piece = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      words,
      run("@", "<w:b/><w:i/>"),
      run("@", "<w:strike/>"),
      run("@", "<w:vanish/>"),
      run("@", '<w:vertAlign w:val="superscript"/>'),
      run("@", "<w:caps/>"),
      `<w:r><w:t>@</w:t><w:tab/><w:t>@</w:t><w:br/><w:t>@</w:t><w:br w:type="page"/></w:r>`,
      "<w:r><w:sym w:font='Symbol' w:char='F0B0'/></w:r>",
      "<m:oMath><m:r><m:t>@</m:t></m:r></m:oMath>",
      `<w:r><w:pict><w:txbxContent>${p(words)}</w:txbxContent></w:pict></w:r>`,
      `<w:r><w:ruby><w:rt>${words}</w:rt><w:rubyBase>${words}</w:rubyBase></w:ruby></w:r>`,
      `<w:r><w:unheard><w:t>@</w:t></w:unheard></w:r>`,
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${words}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      wrap("del", "<w:r><w:delText>@</w:delText></w:r>", by),
    ),
    ...[
      "ins",
      "moveFrom",
      "moveTo",
      "smartTag",
      "customXml",
      "dir",
      "bdo",
      "hyperlink",
      "unheard",
    ].map((tag) => tie("any").map((inner) => wrap(tag, inner, by))),
    tie("any").map((inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`),
    tie("any").map((inner) => wrap("fldSimple", inner, ' w:instr=" DATE "')),
    tie("any").map(
      (inner) => `<mc:AlternateContent><mc:Choice>${inner}</mc:Choice></mc:AlternateContent>`,
    ),
  ),
})).any;

const properties = fc
  .tuple(
    fc.constantFrom(
      "",
      ...["Heading1", "Heading2", "Heading3", "Quote"].map((id) => `<w:pStyle w:val="${id}"/>`),
    ),
    fc.constantFrom(
      "",
      ...[0, 1, 2].map((at) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`),
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
      '<w:ind w:left="720"/>',
    ),
    fc.constantFrom(
      "",
      ...["del", "ins", "vanish"].map((tag) => `<w:rPr><w:${tag}${by}/></w:rPr>`),
    ),
  )
  .map((all) => all.join(""));

const block = fc.letrec<{ any: string; cell: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2 },
    fc
      .tuple(fc.array(piece, { maxLength: 4 }), properties)
      .map(([all, how]) => p(all.join(""), how)),
    fc
      .array(
        fc.tuple(
          fc.array(tie("cell"), { minLength: 1, maxLength: 3 }),
          fc.constantFrom("", `<w:trPr><w:del${by}/></w:trPr>`, `<w:trPr><w:ins${by}/></w:trPr>`),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((rows) => table(...rows.map(([cells, how]) => row(how, ...cells)))),
    tie("any").map((inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`),
    tie("any").map((inner) => wrap("customXml", inner)),
    tie("any").map((inner) => wrap("unheard", inner)),
    tie("any").map((inner) => wrap("ins", inner, by)),
    tie("any").map((inner) => wrap("del", inner, by)),
  ),
  cell: fc
    .tuple(
      fc.array(tie("any"), { maxLength: 2 }),
      fc.constantFrom("", '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'),
    )
    .map(([inner, how]) => cell(inner.join(""), how)),
})).any;

const decisions: fc.Arbitrary<Decisions> = fc.record({
  tracked: fc.constantFrom("accept", "reject"),
  struck: fc.constantFrom("leaveOut", "keep"),
  hidden: fc.constantFrom("leaveOut", "keep"),
});

const numbering = `${list(1, ["decimal", "%1."], ["lowerLetter", "(%2)"], ["lowerRoman", "(%3)"])}${list(2, ["bullet", "-"])}${numbers(1, 2)}`;

/** The words that print, without the marks and escapes of Markdown. */
function printed(markdown: string): string {
  const said: string[] = [];
  JSON.stringify(nodesOf(markdown), (key, value) => {
    if (key === "value" && typeof value === "string") said.push(value);
    return key === "position" ? undefined : value;
  });
  return said.join(" ");
}

test("each word of a document is in the text, named as not taken over, or asked about", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), decisions, (blocks, how) => {
      let count = 0;
      const body = `${title}${article("Scope")}${blocks.join("")}`.replaceAll(
        "@",
        () => `w${count++}w`,
      );
      const document = importText(wordFile({ body, numbering }), "en");
      const { markdown, findings } = document.text(how);
      const { tracked, struck, hidden } = document.questions;
      const asked = [
        ...struck,
        ...hidden,
        ...(tracked?.inserted ?? []),
        ...(tracked?.deleted ?? []),
      ];
      const named = findings.filter(({ lost }) => lost).map((one) => one.words);
      const seen = [printed(markdown), ...named, ...asked].join("\n");
      for (let at = 0; at < count; at++) expect(seen).toContain(`w${at}w`);
    }),
    { numRuns: trials({ short: 150, long: 20_000 }) },
  );
});

test("what stays is in the text once, and what goes is not", () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      let count = 0;
      const plain = pieces.filter((one) => !/unheard|oMath|pict|ruby|sym/.test(one));
      const body = `${title}${article("Scope")}${p(plain.join(""))}`.replaceAll(
        "@",
        () => `w${count++}w`,
      );
      const accepted = { tracked: "accept", struck: "keep", hidden: "keep" } as const;
      const { markdown } = importText(wordFile({ body, numbering }), "en").text(accepted);
      const deleted = new Set(
        [...body.matchAll(/<w:(del|moveFrom)\b.*?<\/w:\1>/g)].flatMap(
          ([one]) => one.match(/w\d+w/g) ?? [],
        ),
      );
      for (let at = 0; at < count; at++) {
        const times = printed(markdown).split(`w${at}w`).length - 1;
        const nested = /<w:moveFrom\b[^>]*>(?:(?!<\/w:moveFrom>).)*<w:moveFrom/.test(body);
        if (!nested) expect([at, times]).toEqual([at, deleted.has(`w${at}w`) ? 0 : 1]);
      }
    }),
    { numRuns: trials({ short: 150, long: 20_000 }) },
  );
});
