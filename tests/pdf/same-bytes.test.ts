import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { declaration } from "./typeset/support/udhr.ts";

/**
 * The digests of whole files, as they came out on the machine where they were first made. They differ after a change of
 * the design, of a font or of a dependency that the pages go through, and on no account from machine to machine.
 */
const digests = {
  "en ru ar kk": "87db3623b324439018eac21fb988f3700bebd60fd1faffa68553dce18008b2a3",
  "en ar, side by side": "21c9f852695e418a818fdf6d49da28ab919f3b8830f439043d35c0eb1693110a",
  "ko ka he, a draft": "1838ee1c572ca39c5d35bb0d7d4794fe963e15d4570ba2d2f2a94e72c0a41b35",
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
