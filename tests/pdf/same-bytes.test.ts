import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { declaration } from "./typeset/support/udhr.ts";

/**
 * The digests of whole files, as they came out on the machine where they were first made. They differ after a change of
 * the design, of a font or of a dependency that the pages go through, and on no account from machine to machine.
 */
const digests = {
  "en ru ar kk": "66ded90b06ce8ec6edae5f8f90c2908dd9f1394c00e0729f23af5421df9af18e",
  "en ar, side by side": "0bdbbfb363261f3c751c85074376b9885551fc2e2dd62ca4a37f36edc912a586",
  "ko ka he, a draft": "47d239a2ea68bea1b523cf463841e9febdb9ceab33aaa88e3dd4f01917661a61",
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
