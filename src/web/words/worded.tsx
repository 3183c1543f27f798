import { useTranslation } from "react-i18next";
import { directionOf } from "#src/text/languages.ts";
import { languageOf } from "./format.ts";

type Props = {
  of: Record<string, string>;
  /** Set if nothing else is on the line: a line with `dir="auto"` then takes its direction. */
  alone?: boolean;
};

/**
 * A string kept per language, such as a title or a name: in the reader's language, otherwise English, otherwise any.
 * If it is in another language than the page, it is marked as such (WCAG 3.1.2) and keeps its own direction.
 */
export function Worded({ of: words, alone = false }: Props) {
  const { language } = useTranslation().i18n;
  const own = languageOf(words, language);
  const lang = own === language ? undefined : own;
  if (alone) return <span lang={lang}>{words[own]}</span>;
  return (
    <bdi lang={lang} dir={directionOf(own)}>
      {words[own]}
    </bdi>
  );
}
