import words from "../../templates/events.json" with { type: "json" };

const byEffect: Record<string, Record<string, string>> = words;

/** The effects of which the parties are notified, each in a sentence of its own. */
export const notifiedEffects = Object.keys(byEffect);

/** The sentence for an effect by language; none where it is not notified. */
export function eventWords(effect: string): Record<string, string> {
  return byEffect[effect] ?? {};
}
