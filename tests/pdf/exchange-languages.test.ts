import { expect, test } from "vitest";
import { templatesFolder } from "#src/foundation.ts";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import { exchangedSources } from "#src/text/exchange.ts";
import { previewTemplate } from "#src/text/fill-template.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { languagesOfNotes } from "#workflows/exchange.ts";
import words from "../../templates/exchange-words.json" with { type: "json" };
import { run } from "./typeset/support/read-pdf.ts";

const blank = parseTemplate(
  splitTemplates(await readFolder(templatesFolder))["blank-agreement"] ?? {},
);
const parties = ["KZ", "EE"].flatMap((code) => knownParties.filter((one) => one.code === code));
const reference = "DEP/2027/001";
const exchange = { of: "notes" as const, first: "KZ" };

/** The blank template's agreement in one language, as the two parties' notes. */
function notesIn(language: string) {
  const filling = { languages: [language], parties, variables: { place: "Astana" }, reference };
  const { text } = previewTemplate(blank, {
    ...{ ...filling, language },
    terms: { binding: true, exchange },
  });
  const source = {
    ...{ reference, title: { [language]: "DEP" }, languages: [language] },
    ...{ parties: parties.map(({ code }) => ({ code })), layout: "sequential" as const },
    texts: { [language]: text },
  };
  return exchangedSources(source, { binding: true, exchange });
}

/** Without the lines around a page: the reference, and which page of how many it is. */
const within = (text: string) =>
  text
    .split(/[\n\f]/)
    .filter((line) => !line.includes(reference) && !/^\P{N}*\p{N}+\P{N}+\p{N}+\P{N}*$/u.test(line))
    .join("\n");
const letters = (text: string) => text.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, "");

test.each(languagesOfNotes.filter((language) => language !== "ar"))(
  "a note and its reply are typeset in %s, and the courtesy is read back",
  async (language) => {
    const { courtesy, salutation } = words[language];
    const counted = [];
    for (const { party, source } of notesIn(language)) {
      const { pdf } = await typesetInstrument(source, {
        date: "2027-03-01T10:00:00Z",
        id: `${language} ${party}`,
      });
      expect(run(pdf, "qpdf", "--check", "%").status).toBe(0);
      const read = letters(within(run(pdf, "pdftotext", "-raw", "%", "-").out));
      expect(read).toContain(letters(salutation));
      counted.push(read.split(letters(courtesy)).length - 1);
    }
    // The reply has its own courtesy beside that of the note which it quotes.
    expect(counted).toEqual([1, 2]);
  },
);
