import { Text } from "@mantine/core";
import { directionOf } from "#src/text/languages.ts";

/** Quotation marks of texts, where they are not «» without spaces. */
const marks: Record<string, string> = { en: '"“" "”"', fr: '"«\u00a0" "\u00a0»"' };

/** Words of a text as they are written, in their own language and direction, whatever the page's. */
export function Quotation({ words, language }: { words: string; language: string }) {
  return (
    <Text
      component="q"
      display="block"
      size="sm"
      c="dimmed"
      lang={language}
      dir={directionOf(language)}
      // Chosen by the page's language, the marks would stand the wrong way round.
      style={{ quotes: marks[language.split("-", 1)[0] ?? ""] ?? '"«" "»"' }}
    >
      {words}
    </Text>
  );
}
