import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import { checkText, hiddenIn, type Place } from "#src/text/policy.ts";

const body: Place = { kind: "body", language: "en" };
const arabic: Place = { kind: "body", language: "ar" };
const title: Place = { kind: "title", language: "en" };
const name: Place = { kind: "name", language: "en" };

/** What is said against the text; empty where it may be stored. */
function against(text: string, place: Place): string[] {
  try {
    checkText(text, place);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe("invalid-text");
    return (error.extra.errors ?? []).map(({ detail }) => detail);
  }
}

test.each(["\u200b", " \u00a0", "\u2060\u00ad", "\u2800", "\n"])(
  "a text of which a reader sees nothing is refused: %j",
  (text) => {
    expect(() => checkText(text, { kind: "body", language: "en" })).toThrow(/may not stand/);
  },
);

describe("what no text may hold", () => {
  test.each([
    ["NUL", "\u0000"],
    ["a bell", "\u0007"],
    ["a C1 control", "\u0085"],
    ["half a surrogate pair", "\ud800"],
    ["an embedding", "\u202a"],
    ["an override", "\u202e"],
    ["an isolate", "\u2067"],
    ["a tag", "\u{e0061}"],
    ["a line separator", "\u2028"],
    ["a byte order mark", "\ufeff"],
    ["a code point without a character", "\u0378"],
    ["a code point of private use", "\ue000"],
    ["an invisible plus", "\u2064"],
    ["a grapheme joiner", "\u034f"],
    ["a Hangul filler", "\u3164"],
    ["a variation selector", "\ufe0f"],
    ["a supplementary variation selector", "\u{e0100}"],
    ["a deprecated format character", "\u206a"],
    ["a musical format character", "\u{1d173}"],
  ])("%s is refused, in a body and in a title", (_, bad) => {
    expect(against(`a${bad}b`, body)).toHaveLength(1);
    expect(against(`a${bad}b`, title)).toHaveLength(1);
    expect(against(`ا${bad}ب`, arabic)).toHaveLength(1);
  });

  test("the code point, the line and the column are named", () => {
    try {
      checkText("one\ntwo \u202e three", body);
      expect.unreachable();
    } catch (error) {
      expect((error as Refusal).extra.errors).toEqual([
        { detail: "U+202E changes the direction of what follows", line: 2, column: 5 },
      ]);
    }
  });
});

describe("what only some texts may hold", () => {
  test("direction marks stand in right-to-left bodies only", () => {
    for (const mark of ["\u200e", "\u200f", "\u061c"]) {
      expect(against(`ا${mark}ب`, arabic)).toEqual([]);
      expect(against(`a${mark}b`, body)).toHaveLength(1);
      expect(against(`ا${mark}ب`, { kind: "title", language: "ar" })).toHaveLength(1);
    }
  });

  test("joiners stand where the script spells with them, and never in a name", () => {
    expect(against("می\u200cخواهم", { kind: "body", language: "fa" })).toEqual([]);
    expect(against("a\u200db", body)).toHaveLength(1);
    expect(against("ا\u200cب", { kind: "name", language: "ar" })).toHaveLength(1);
  });

  test("what guides the breaking of lines stands in bodies only", () => {
    for (const mark of ["\u00ad", "\u200b", "\u2060"]) {
      expect(against(`a${mark}b`, body)).toEqual([]);
      expect(against(`a${mark}b`, title)).toHaveLength(1);
      expect(against(`a${mark}b`, name)).toHaveLength(1);
    }
  });

  test("a name or a title is one line, and a name mixes no scripts within a word", () => {
    expect(against("One\ntwo", title)).toHaveLength(1);
    expect(against("Аlexander", name)).toEqual(['"Аlexander" mixes the letters of two scripts']);
    expect(against("Айгерим Nurlanova", name)).toEqual([]);
  });

  test("a tab and line ends stand in a body", () => {
    expect(against("a\tb\n\nc\r\nd", body)).toEqual([]);
  });
});

test("NFC and NFD of one title are the same title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(against(text, body).length === 0 && against(text.normalize("NFD"), body).length === 0);
      expect(checkText(text.normalize("NFD"), body)).toBe(checkText(text.normalize("NFC"), body));
    }),
  );
});

test("nothing that passes as a name or a title is invisible", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(name, title), (text, place) => {
      fc.pre(against(text, place).length === 0);
      expect(text).not.toMatch(/[\p{Default_Ignorable_Code_Point}\p{Cs}\p{Cn}\n\0]/u);
    }),
  );
});

test("what has passed passes again unchanged", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      fc.pre(against(text, body).length === 0);
      const stored = checkText(text, body);
      expect(checkText(stored, body)).toBe(stored);
      expect(stored).toBe(text.replaceAll("\r\n", "\n").normalize("NFC"));
    }),
  );
});

test("a text of ordinary characters is judged as it is character by character", () => {
  // A syllable of Korean is not among them, so that the whole is looked at one by one.
  for (let code = 0; code <= 0xffff; code++) {
    const char = String.fromCharCode(code);
    for (const kind of ["body", "title"] as const) {
      const place = { kind, language: "en" };
      if (hiddenIn(char, place).length !== hiddenIn(`${char}\ud55c`, place).length) {
        expect.fail(`U+${code.toString(16)} is judged in two ways`);
      }
    }
  }
});
