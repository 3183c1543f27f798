import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { declaration } from "./typeset/support/udhr.ts";

/**
 * The digests of whole files, as they came out on the machine where they were first made. They differ after a change of
 * the design, of a font or of a dependency that the pages go through, and on no account from machine to machine.
 */
const digests = {
  "en ru ar kk": "990f080d6d667f78a56c07aabe21bd1544bbcdea01c78f53e556c0b4e2795767",
  "en ar, side by side": "703d97c729491f5b2db8f6e17ee752e082544033b841fb2a4b63b750d87c7a30",
  "ko ka he, a draft": "91d326c0cba1a1031c7ae92b15b5ace9746dfb6acddbc5c49cf97ff1dd18b2f8",
};

const watermark = `3\nsha-256 ${"0123456789abcdef".repeat(4)}`;

test.each([
  ["en ru ar kk", ["en", "ru", "ar", "kk"], "sequential", {}],
  ["en ar, side by side", ["en", "ar"], "parallel", { attachSource: true }],
  ["ko ka he, a draft", ["ko", "ka", "he"], "sequential", { watermark }],
] as const)(
  "a file of %s is the same to the byte on every machine",
  async (name, languages, layout, more) => {
    const texts = languages.map((language) => [language, declaration(language)] as const);
    const { pdf } = await typesetInstrument(
      {
        reference: "UN/1948/217",
        title: Object.fromEntries(texts.map(([language, { title }]) => [language, title])),
        languages: [...languages],
        parties: [{ code: "KZ" }, { code: "AE" }],
        layout,
        texts: Object.fromEntries(texts.map(([language, { markdown }]) => [language, markdown])),
      },
      { date: "2026-11-23T10:00:00Z", id: "same", ...more },
    );
    expect(createHash("sha256").update(pdf).digest("hex")).toBe(digests[name]);
  },
);
