import { Schema } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { recorded } from "./recorder.ts";

// Builds the expressions that the sources build, from all words that ship, and prints them as JSON. It is a program of its
// own: what is built once is kept, so nothing may load the sources before the recorder. `expressions.test.ts` fails for a
// line that builds an expression and is not reached here.

const { routesOf } = await import("#src/http/api/routes.ts");
const { createApp } = await import("#src/http/app.ts");
const { checkTexts } = await import("#src/text/check-texts.ts");
const { compareTexts } = await import("#src/text/compare.ts");
const { fold } = await import("#src/text/fold.ts");
const { formsOf } = await import("#src/text/forms.ts");
const { wordsIn } = await import("#src/text/in-each-language.ts");
const { keysOfFiles } = await import("#src/text/language/folder.ts");
const { languageFaults } = await import("#src/text/language/shape.ts");
const { compareNames } = await import("#src/text/party-alphabet.ts");
const { isScript } = await import("#src/text/printable.ts");
const { statedWords } = await import("#src/text/stated/stated-words.ts");
const { languageNames } = await import("#src/text/testimonium.ts");
const { marksIn } = await import("#src/web/pages/drafting/editor/marks-in.ts");
const { articleHeading } = await import("#src/web/pages/drafting/word/read/article-heading.ts");
const { readsOtherwise } = await import("#src/web/pages/drafting/word/read/order.ts");
const { symbolsIn } = await import("#src/web/pages/drafting/word/read/symbols.ts");
const { bracketed } = await import("#src/web/text/bracketed.ts");
const { readCorpus, sourceOf } = await import("../checks/read-corpus.ts");

const tags = keysOfFiles();
const codes = ["KZ", "HUB-1"];

// The checks: every word list of every language, and a party's practice.
const profiles = (["binding", "non-binding"] as const).map((kind) => {
  const words = { allows: ["must"], avoids: [{ find: "endeavo*", say: "try" }] };
  return { kind, languages: Object.fromEntries(tags.map((tag) => [tag, words])) };
});
for (const cases of (await readCorpus()).values()) {
  for (const one of cases) {
    const { source, terms } = sourceOf(one);
    checkTexts(source, terms, profiles);
  }
}

/** Stands for a line that has every word, so that each phrase is compiled. */
const everyWord = { includes: () => true, toString: () => "" } as unknown as string;

for (const tag of tags) {
  const words = statedWords(tag);
  if (!words) continue;
  for (const { spoken, kinds } of Object.values(words.terms)) {
    const wordings = Object.values(kinds).flat();
    const phrases = [...spoken, ...wordings.flatMap(({ say, unless }) => [...say, ...unless])];
    for (const phrase of phrases) phrase.find(everyWord);
  }
  for (const name of Object.values(languageNames(tag))) words.languageOf(fold(name));
}

// Forms, names and scripts of languages.
for (const tag of tags) {
  articleHeading([{ type: "text", text: "1" }], [formsOf(tag)], 1);
  wordsIn("…", tag);
}
for (const tag of ["kk", "ky", "mn", "be", "mk", "tg", "uz-Cyrl", "az", "uz", "tk", "is", "sq"]) {
  compareNames(tag)("a", "b");
}
for (const script of ["Latn", "Cyrl", "Arab", "Hans", "Hang", "Geor", "Armn"]) isScript(script);
languageFaults({});
compareTexts("# A", "# B", "en");

// The app's pages, and Word files.
bracketed([{ kind: "text", text: "[KZ: a]" }], codes);
const schema = new Schema({
  nodes: { doc: { content: "paragraph" }, paragraph: { content: "text*" }, text: {} },
});
const doc = schema.node("doc", null, [schema.node("paragraph", null, [schema.text("[KZ: a]")])]);
EditorState.create({ doc, plugins: [marksIn({ language: "en", codes, bracketClass: "" })] });
for (const symbols of ["Symbol", undefined]) symbolsIn("a", { changes: [], symbols });
readsOtherwise("abc", { how: "letters", to: "rtl" }, "en");

// The addresses of the API.
const app = createApp(() => {
  throw new Error("Nothing here needs a database.");
});
routesOf(app).methodsAt("/api/v1/nothing");

process.stdout.write(JSON.stringify(recorded()));
