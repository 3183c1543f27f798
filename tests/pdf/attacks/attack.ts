import type { SealKey } from "#src/pdf/seal-key.ts";
import type { Verdict } from "#src/pdf/verify.ts";

/** What an attacker may hold: a sealed file, its original, and a key (of his own, or the depositary's). */
export type Loot = { pdf: Uint8Array; original: Uint8Array; key: SealKey };

/** What is done, the verdict it must get, and how it is done. */
export type Attack = [
  name: string,
  verdict: Verdict,
  make: (loot: Loot) => Uint8Array | Promise<Uint8Array>,
];
