import { Autocomplete, Button, Group, Text } from "@mantine/core";
import { Fragment, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Known, type NoText, whyNoText } from "#src/text/language/draftable.ts";
import { canonicalTag } from "#src/text/languages.ts";
import { useFormat } from "../../../words/format.ts";
import { languagesByName, localeOf } from "../../../words/locale.ts";

/** Tags with what a language alone does not say: a script, a variant. */
const examples = ["sr-Latn", "ca-valencia"];

type Props = { languages: string[]; add: (tag: string) => void };

/** A field for any language of a text: by its name in a list, or by its tag. */
export function OtherLanguage({ languages, add }: Props) {
  const { t } = useTranslation("new-agreement");
  const { language, languageName, line } = useFormat();
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [why, setWhy] = useState<NoText | "chosen" | null>(null);
  const offered = useMemo(() => offeredLanguages(language), [language]);
  const labelOf = (tag: string) => line(languageName(tag).split(" (")[0], tag);
  const labels = new Map(offered.map((tag) => [labelOf(tag), tag]));
  const tag = labels.get(typed) ?? canonicalTag(typed.trim());
  const take = (tag: string) => {
    if (tag === "") return;
    const fault = languages.includes(tag) ? "chosen" : whyNoText(tag, knownTo(language));
    setWhy(fault);
    if (fault) return;
    add(tag);
    setTyped("");
    setOpen(false);
  };
  const known = typed !== "" && !labels.has(typed) && whyNoText(tag, knownTo(language)) === null;
  return (
    <div>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <Autocomplete
          flex={1}
          label={t("otherLanguage")}
          description={
            <>
              {t("otherLanguageHint")}
              {examples.map((one) => (
                <Fragment key={one}>
                  {" "}
                  <code dir="ltr">{one}</code>
                </Fragment>
              ))}
            </>
          }
          value={typed}
          data={[...labels.keys()].filter((label) => !languages.includes(labels.get(label) ?? ""))}
          limit={12}
          // The list itself scrolls: the field's keys move in it, where they would not reach a region around it.
          withScrollArea={false}
          styles={{ options: { maxHeight: 250, overflowY: "auto" } }}
          dropdownOpened={isOpen}
          onDropdownOpen={() => setOpen(true)}
          onDropdownClose={() => setOpen(false)}
          maxLength={60}
          error={why && t(`noText.${why}`)}
          onChange={(words) => {
            setTyped(words);
            setWhy(null);
          }}
          onOptionSubmit={(label) => {
            take(labels.get(label) ?? label);
            // After the field has taken the option's words.
            setTimeout(() => setTyped(""));
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.defaultPrevented) return;
            event.preventDefault();
            take(tag);
          }}
        />
        <Button variant="default" onClick={() => take(tag)} mb={why ? 22 : 0}>
          {t("addLanguage")}
        </Button>
      </Group>
      <Text size="xs" role="status" mih={18}>
        {known ? languageName(tag) : ""}
      </Text>
    </div>
  );
}

/** By the app's data. Only the service knows which optional fonts it has, and the codes of regions in figures. */
function knownTo(reader: string): Known {
  const { languages, regions } = localeOf(reader);
  return {
    language: (code) => languages[code] !== undefined,
    region: (code) => regions[code] !== undefined || /^\d/.test(code),
    hasPackage: () => true,
  };
}

/** The languages that have a name in the reader's one and a font, by name. */
function offeredLanguages(reader: string): string[] {
  const known = knownTo(reader);
  return languagesByName(reader).filter((tag) => isPresent(tag) && whyNoText(tag, known) === null);
}

/** Whether a tag is not the older one of two for a language. */
function isPresent(tag: string): boolean {
  return Intl.getCanonicalLocales(tag)[0] === tag;
}
