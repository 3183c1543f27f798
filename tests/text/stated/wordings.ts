import { ar } from "./wordings/ar.ts";
import { en } from "./wordings/en.ts";
import { fr } from "./wordings/fr.ts";
import { kk } from "./wordings/kk.ts";
import { ru } from "./wordings/ru.ts";

/** Usual wordings of final clauses and what they state, by language. */
export const wordings = { en, ru, ar, kk, fr };
