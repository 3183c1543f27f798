import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { importText } from "#src/web/pages/drafting/word/import-text.ts";
import { TooLarge } from "#src/web/pages/drafting/word/read/open-package.ts";
import { item, title, wordFile } from "#tests/support/word-file.ts";
import { decimal } from "./read-word.ts";

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
  /** The archive, changed so that each part claims a length of 1,000 bytes. */
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
    // The limit relies on this: fflate unpacks no more bytes than the file announces.
    expect(unzipSync(new Uint8Array(file))["word/document.xml"]).toHaveLength(1000);
  });
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
