import { AlignmentType, type INumberingOptions, LevelFormat } from "docx";
import { formsOf } from "#src/text/forms.ts";
import { labelsOf } from "#src/text/list-labels.ts";

type Format = (typeof LevelFormat)[keyof typeof LevelFormat];

/** Names of numberings in a document. Articles number themselves, so that one moved in Word gets its new number. */
export const articles = "articles";
export const numbered = "numbered";
export const dashes = "dashes";

const letters: Record<string, Format> = {
  ru: LevelFormat.RUSSIAN_LOWER,
  kk: LevelFormat.RUSSIAN_LOWER,
  ar: LevelFormat.ARABIC_ABJAD,
  he: LevelFormat.HEBREW1,
};

/** A list that does not start at one, with its depth. */
export type Start = { level: number; start: number };

/** The numbering of a list. A list that does not start at one has its own. */
export function listNumbering({ level, start }: Start): string {
  return start === 1 ? numbered : `${numbered}-${level}-${start}`;
}

/** A language's numbering of articles and paragraphs, as a Word numbering. */
export function numberingOf(
  language: string,
  starts: Iterable<Start> = [],
  forms = formsOf(language),
): INumberingOptions {
  const labels = labelsOf(language);
  const primary = language.split("-", 1)[0] ?? language;
  const formats: Format[] = [
    LevelFormat.DECIMAL,
    letters[primary] ?? LevelFormat.LOWER_LETTER,
    primary === "ar" ? LevelFormat.DECIMAL : LevelFormat.LOWER_ROMAN,
  ];
  const levels = [0, 1, 2, 3, 4].map((level) => {
    const at = Math.min(level, 2);
    // The first label with a placeholder in place of the number: `(%1)`, `%2)`.
    const label = labels[at]?.(1) ?? "1.";
    const [own = ""] = label.match(/[\p{L}\p{N}]+/u) ?? [];
    const [before, after] = [
      label.slice(0, label.indexOf(own)),
      label.slice(label.indexOf(own) + own.length),
    ];
    return {
      level,
      format: formats[at] ?? LevelFormat.DECIMAL,
      text: `${before}%${level + 1}${after}`,
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { start: 567 * (level + 1), hanging: 567 } } },
    };
  });
  const bullets = levels.map(({ level, style }) => ({
    level,
    format: LevelFormat.BULLET,
    text: "–",
    alignment: AlignmentType.START,
    style,
  }));
  const heading = forms.article(2).replace("2", "%1");
  return {
    config: [
      {
        reference: articles,
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: heading.includes("%1") ? heading : "%1.",
            alignment: AlignmentType.CENTER,
            suffix: "space",
          },
        ],
      },
      { reference: numbered, levels },
      ...[...starts].map((one) => ({
        reference: listNumbering(one),
        levels: levels.map((own) => (own.level === one.level ? { ...own, start: one.start } : own)),
      })),
      { reference: dashes, levels: bullets },
    ],
  };
}
