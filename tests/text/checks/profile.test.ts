import { describe, expect, test } from "vitest";
import { checkTemplateFiles } from "#src/cli/templates.ts";
import { checkTexts } from "#src/text/check-texts.ts";
import { profilesFor } from "#src/text/checks/binding/profile.ts";
import { expectProfiles } from "#src/text/checks/binding/profile-shape.ts";
import { tellWarnings } from "#src/text/checks/tell.ts";
import { ordinaryTerms } from "#workflows/terms.ts";

const yaml = `kind: non-binding
reviewed: none
languages:
  en:
    allows: [shall, agree]
    avoids:
      - { find: commitment*, say: intentions }
  ru:
    avoids:
      - { find: обязательств*, say: намерения }
  ar:
    avoids:
      - { find: تعهدات, say: نوايا }
`;
const files = (content: string) => ({ "profiles/ministry.yaml": content });
const faults = (content: string) => {
  try {
    expectProfiles(files(content));
    return [];
  } catch (error) {
    return (error as { extra: { errors: { file: string; line: number; detail: string }[] } }).extra
      .errors;
  }
};

/** What the checks of a memorandum find in one sentence, by rule. */
function found(language: string, sentence: string, binding = false): [string, string[]][] {
  const source = {
    reference: "A",
    title: {},
    languages: [language],
    parties: [],
    layout: "sequential" as const,
    texts: { [language]: `# §\n\n## A\n\n${sentence}` },
  };
  const all = profilesFor(expectProfiles(files(yaml)), { binding, template: "memorandum" });
  return checkTexts(source, { ...ordinaryTerms, binding }, all)
    .filter(({ rule }) => ["memorandum-words", "office-words"].includes(rule))
    .map(({ rule, found: words = [] }) => [rule, words]);
}

describe("an office's practice with binding words", () => {
  test("allows words that the checks would name, and leaves the others", () => {
    expect(found("en", "The Participants shall meet and agree on a plan.")).toEqual([]);
    expect(found("en", "Each undertakes to help, and shall meet.")).toEqual([
      ["memorandum-words", ["undertakes"]],
    ]);
  });

  test.each([
    ["en", "These Commitments are shared.", "Commitments"],
    ["ru", "Настоящие обязательства выполняются.", "обязательства"],
    ["ar", "تنفذ هذه تعهّدات.", "تعهّدات"],
  ])("names words that it avoids, in %s, as they were written", (language, sentence, word) => {
    expect(found(language, sentence)).toContainEqual(["office-words", [word]]);
  });

  test("says what to write instead, in the reader's language", () => {
    const texts = { en: "# §\n\n## A\n\nThese commitments are shared." };
    const source = {
      reference: "A",
      title: {},
      languages: ["en"],
      parties: [],
      layout: "sequential" as const,
      texts,
    };
    const all = checkTexts(
      source,
      { ...ordinaryTerms, binding: false },
      expectProfiles(files(yaml)),
    );
    const told = (reader: string) =>
      tellWarnings(all, reader).find(({ rule }) => rule === "office-words")?.detail;
    expect(told("en")).toBe(
      "Say “intentions”: this office avoids “commitments” in such an instrument.",
    );
    expect(told("fr")).toMatch(/^Dites plutôt/);
  });

  test("is for instruments of its kind, and of its templates if it names any", () => {
    expect(found("en", "These commitments are shared.", true)).toEqual([]);
    const [own] = expectProfiles(files(yaml.replace("kind:", "templates: [protocol]\nkind:")));
    const forTemplate = (template: string) =>
      profilesFor(own ? [own] : [], { binding: false, template }).length;
    expect([forTemplate("protocol"), forTemplate("memorandum")]).toEqual([1, 0]);
  });
});

describe("a file of words that cannot be used", () => {
  test.each([
    ["kind: none\nreviewed: none\nlanguages: {}\n", 1, "kind"],
    ["kind: binding\nlanguages: {}\n", 1, "reviewed: is missing"],
    ["kind: binding\nreviewed: none\nlanguages:\n  en:\n    allow: [a]\n", 5, "is not known here"],
    ['kind: binding\nreviewed: none\nlanguages:\n  en:\n    allows: ["(a|b)+"]\n', 5, "word"],
    ["kind: binding\nreviewed: none\nlanguages:\n  English: {}\n", 4, "languages.English"],
    ["kind: binding\nreviewed: none\nlanguages:\n  en:\n    avoids: [{ find: must }]\n", 5, "say"],
    ["{", 1, ""],
  ])("%j: line %i", (content, line, detail) => {
    const [first] = faults(content);
    expect(first).toMatchObject({ file: "profiles/ministry.yaml", line });
    expect(first?.detail).toContain(detail);
  });

  test("is named by `depositary templates` with the other faults", () => {
    const told = checkTemplateFiles(files("kind: none\nreviewed: none\nlanguages: {}\n")).faults;
    expect(told).toContainEqual(
      expect.objectContaining({ file: "profiles/ministry.yaml", line: 1 }),
    );
  });
});
