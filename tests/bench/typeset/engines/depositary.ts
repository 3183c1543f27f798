import { typesetInstrument } from "#src/pdf/instrument.ts";
import { type FreshText, markdownOf } from "../fresh-agreement.ts";
import type { Engine } from "./engine.ts";

export const depositary: Engine = {
  name: "depositary, tagged PDF/A-2a",
  load: async () => ({ render: byDepositary }),
};

async function byDepositary(texts: FreshText[]) {
  const { pdf } = await typesetInstrument(
    {
      reference: "BENCH/1",
      title: Object.fromEntries(texts.map(({ language, title }) => [language, title])),
      languages: texts.map(({ language }) => language),
      parties: [{ code: "KZ" }, { code: "AE" }],
      layout: "sequential",
      texts: Object.fromEntries(texts.map((text) => [text.language, markdownOf(text)])),
    },
    { date: "2026-11-23T10:00:00Z", id: "bench" },
  );
  return { bytes: pdf };
}
