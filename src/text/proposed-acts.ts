import words from "../../templates/proposed-acts.json" with { type: "json" };

const byAct: Record<string, Record<string, string>> = words;

/** The description of an act that waits for a second officer, by language; the act's own name if there are no words. */
export function proposedActWords(act: string): Record<string, string> {
  return byAct[act] ?? { en: act };
}
