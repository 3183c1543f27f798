import type { NotifiedEffect } from "#workflows/notified-effects.ts";
import words from "../../templates/events.json" with { type: "json" };

const byEffect: Record<NotifiedEffect, Record<string, string>> = words;

/** The sentence of an effect that notifies the parties, by language; empty for any other effect. */
export function eventWords(effect: string): Record<string, string> {
  return Object.hasOwn(byEffect, effect) ? byEffect[effect as NotifiedEffect] : {};
}
