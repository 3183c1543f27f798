import words from "../../templates/events.json" with { type: "json" };

const byEffect: Record<string, Record<string, string>> = words;

/** The effects that notify the parties, each with its own sentence. */
export const notifiedEffects = Object.keys(byEffect);

/** The sentence for an effect by language; empty if it notifies no one. */
export function eventWords(effect: string): Record<string, string> {
  return byEffect[effect] ?? {};
}
