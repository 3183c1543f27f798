import { partsOf, type Speller, type Unit, withLast } from "./number-form.ts";

/** Kazakh: a numeral before its noun is not declined, and the noun is singular: `отыз күн`, `отызыншы`. */
export const kazakh: Speller = {
  features: [],
  spell: (value, { kind }, beside) => {
    if (kind === "ordinal") return `${ordinal(value)}${beside}`;
    return kind === "cardinal"
      ? `${cardinal(value)}${beside}`
      : `${cardinal(value)}${beside} ${nouns[kind]}`;
  },
};

const nouns: Record<Unit, string> = {
  hours: "сағат",
  days: "күн",
  "working-days": "жұмыс күні",
  months: "ай",
  years: "жыл",
};

const ones = "бір екі үш төрт бес алты жеті сегіз тоғыз".split(" ");
const tens = "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан".split(" ");
const ordinals: Record<string, string> = {
  нөл: "нөлінші",
  бір: "бірінші",
  екі: "екінші",
  үш: "үшінші",
  төрт: "төртінші",
  бес: "бесінші",
  алты: "алтыншы",
  жеті: "жетінші",
  сегіз: "сегізінші",
  тоғыз: "тоғызыншы",
  он: "оныншы",
  жиырма: "жиырмасыншы",
  отыз: "отызыншы",
  қырық: "қырқыншы",
  елу: "елуінші",
  алпыс: "алпысыншы",
  жетпіс: "жетпісінші",
  сексен: "сексенінші",
  тоқсан: "тоқсаныншы",
  жүз: "жүзінші",
};

function cardinal(value: number): string {
  if (value === 0) return "нөл";
  const { hundreds } = partsOf(value);
  const [ten, one] = [Math.floor((value % 100) / 10), value % 10];
  const hundred = hundreds > 1 ? `${ones[hundreds - 1]} жүз` : hundreds === 1 ? "жүз" : "";
  return [hundred, tens[ten - 1], ones[one - 1]].filter(Boolean).join(" ");
}

function ordinal(value: number): string {
  return withLast(cardinal(value), (last) => ordinals[last] ?? last);
}
