import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import { parseSource, partyName, type Source, writeSource } from "#src/text/source.ts";

const good = {
  "agreement.yaml": `reference: ACSH/2019/001
title: { en: Memorandum of Understanding, ar: مذكرة تفاهم }
languages: [en, ar]
parties: [{ code: KZ }, { code: AE }, { name: { en: Regional Hub } }]
layout: sequential
`,
  "en.md": "# Memorandum\n",
  "ar.md": "# مذكرة\n",
};

function refused(files: Record<string, string>): { code: string; errors: unknown } {
  try {
    parseSource(files);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, errors: error.extra.errors };
    throw error;
  }
  return expect.unreachable();
}

test("a source folder is read", () => {
  expect(parseSource(good)).toMatchObject({
    reference: "ACSH/2019/001",
    languages: ["en", "ar"],
    parties: [{ code: "KZ" }, { code: "AE" }, { name: { en: "Regional Hub" } }],
    texts: { en: "# Memorandum\n", ar: "# مذكرة\n" },
  });
});

test("a language without its text is named by its file", () => {
  const { "ar.md": _, ...files } = good;
  expect(refused(files)).toEqual({
    code: "missing-text",
    errors: [{ file: "ar.md", detail: "is missing" }],
  });
});

test("a fault in the YAML is named by line and column", () => {
  const broken = { ...good, "agreement.yaml": "reference: a\nlanguages: [en" };
  expect(refused(broken)).toMatchObject({
    code: "invalid-source",
    errors: [{ file: "agreement.yaml", line: 2 }],
  });
  const unknown = { ...good, "agreement.yaml": `${good["agreement.yaml"]}colour: red\n` };
  expect(JSON.stringify(refused(unknown))).toContain("colour");
  expect(refused({}).errors).toEqual([{ file: "agreement.yaml", detail: "is missing" }]);
});

test("each fault of shape is named where it stands", () => {
  const wrong = `reference: ACSH/2019/001
title: { en: Memorandum of Understanding }
languages: [en, ar, en]
prevailing: fr
parties:
  - code: KZ
    colour: red
  - code: astana
layout: round
`;
  expect(refused({ ...good, "agreement.yaml": wrong }).errors).toEqual([
    expect.objectContaining({ line: 7, column: 5, detail: "parties.0.colour: is not known here" }),
    expect.objectContaining({
      line: 8,
      column: 5,
      detail: "parties.1.code: is not a party's code",
    }),
    expect.objectContaining({ line: 9, column: 1 }),
  ]);
  const sound = wrong
    .replace("    colour: red\n", "")
    .replace("astana", "AE")
    .replace("round", "parallel");
  expect(refused({ ...good, "agreement.yaml": sound }).errors).toEqual([
    { file: "agreement.yaml", line: 2, column: 1, detail: "title.ar: is missing" },
    {
      file: "agreement.yaml",
      line: 4,
      column: 1,
      detail: "prevailing: is not one of the languages",
    },
    { file: "agreement.yaml", line: 3, column: 1, detail: "languages: names a language twice" },
  ]);
});

test("a title or a name holds nothing that a reader does not see, however it is written", () => {
  const title = good["agreement.yaml"].replace("Memorandum of", '"Memo\\u202Erandum');
  const yaml = title.replace("Understanding,", 'Understanding",');
  expect(refused({ ...good, "agreement.yaml": yaml })).toEqual({
    code: "invalid-text",
    errors: [
      {
        file: "agreement.yaml",
        line: 2,
        column: 10,
        detail: "title.en: U+202E changes the direction of what follows",
      },
    ],
  });
  const hub = good["agreement.yaml"].replace("Regional Hub", "Regional\u200bHub");
  expect(refused({ ...good, "agreement.yaml": hub }).code).toBe("invalid-text");
});

test("a signatory's name mixes no scripts within a word", () => {
  const signatory = (name: string) =>
    good["agreement.yaml"].replace("code: AE", `code: AE, signatory: { name: { en: ${name} } }`);
  expect(refused({ ...good, "agreement.yaml": signatory("\u0410lexander") })).toMatchObject({
    code: "invalid-text",
    errors: [{ line: 4, detail: expect.stringContaining("mixes the letters of two scripts") }],
  });
  expect(parseSource({ ...good, "agreement.yaml": signatory("Jose\u0301") }).parties[1]).toEqual({
    code: "AE",
    signatory: { name: { en: "Jos\u00e9" } },
  });
});

test("a file nested without end is refused", () => {
  expect(refused({ ...good, "agreement.yaml": "[".repeat(100_000) }).code).toBe("invalid-source");
});

test("control characters in a text are named by file and place", () => {
  expect(refused({ ...good, "en.md": "# A\n\nb\u0007" })).toMatchObject({
    code: "invalid-text",
    errors: [{ file: "en.md", line: 3, column: 2 }],
  });
});

test("aliases cannot make a small file a large one", () => {
  const bomb = `a: &a [x, x]\nb: &b [*a, *a]\n${good["agreement.yaml"]}`;
  expect(refused({ ...good, "agreement.yaml": bomb }).code).toBe("invalid-source");
});

test("what is written is read back, byte for byte the same each time", () => {
  const words = fc.dictionary(
    fc.constantFrom("en", "ru", "ar", "kk"),
    fc.string({
      minLength: 1,
      unit: fc.constantFrom("a", "Ә", "ع", ":", "#", '"', "'", " ", "-", "1"),
    }),
    { minKeys: 1 },
  );
  const source: fc.Arbitrary<Source> = fc.record({
    reference: fc.stringMatching(/^[A-Z]{3}\/\d{4}\/\d{3}$/),
    title: words.map((title) => ({ en: "t", ru: "t", ...title })),
    languages: fc.constantFrom(["en"], ["en", "ru"], ["ru", "en"]),
    parties: fc.array(fc.oneof(fc.constant({ code: "KZ" }), fc.record({ name: words })), {
      minLength: 1,
    }),
    layout: fc.constantFrom("sequential" as const, "parallel" as const),
    texts: fc.constant({}),
  });
  fc.assert(
    fc.property(source, (one) => {
      const whole = {
        ...one,
        texts: Object.fromEntries(one.languages.map((tag) => [tag, "# T\n"])),
      };
      const files = writeSource(whole);
      expect(parseSource(files)).toEqual(whole);
      expect(writeSource(parseSource(files))).toEqual(files);
    }),
  );
});

test("a party has its own name, else its official one, else the country's", () => {
  expect(partyName({ code: "KZ", name: { en: "Kazakhstan" } }, "en")).toBe("Kazakhstan");
  expect(partyName({ code: "KZ" }, "kk")).toBe("Қазақстан Республикасы");
  expect(partyName({ code: "BR" }, "en")).toBe("Brazil");
  expect(partyName({ name: { en: "Regional Hub" } }, "ar")).toBe("Regional Hub");
});
