import { useTranslation } from "react-i18next";
import { languageOf } from "./format.ts";

type Props = {
  of: Record<string, string>;
  /** Whether nothing stands beside it: a line of `dir="auto"` then takes its direction. */
  alone?: boolean;
};

/**
 * Words kept per language, such as a title or a name: in the reader's language, else in English, else in any. What is
 * in another language than the page says so (WCAG 3.1.2), and keeps its own direction.
 */
export function Worded({ of: words, alone = false }: Props) {
  const { language } = useTranslation().i18n;
  const own = languageOf(words, language);
  const lang = own === language ? undefined : own;
  return alone ? <span lang={lang}>{words[own]}</span> : <bdi lang={lang}>{words[own]}</bdi>;
}
