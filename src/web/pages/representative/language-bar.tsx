import { Box, Group } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format.ts";
import classes from "./language-bar.module.css";

type Props = {
  languages: string[];
  chosen: string;
  beside: string | null;
  choose: (language: string) => void;
  setBeside: (language: string | null) => void;
};

/**
 * Chooses the language of the text, and on a wide screen a second one beside it. Stays in view while reading. Uses
 * native controls, because the library's would be a twentieth of the page's first load.
 */
export function LanguageBar({ languages, chosen, beside, choose, setBeside }: Props) {
  const { t } = useTranslation("representative");
  const { languageName } = useFormat();
  const name = useId();
  if (languages.length < 2) return null;
  const options = (tags: string[]) =>
    tags.map((tag) => (
      <option key={tag} value={tag}>
        {languageName(tag)}
      </option>
    ));
  return (
    <Box className={classes.bar}>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        {languages.length <= 3 ? (
          <div role="radiogroup" aria-label={t("language")} className={classes.choices}>
            {languages.map((tag) => (
              <label key={tag} className={classes.choice}>
                <input
                  type="radio"
                  name={name}
                  checked={tag === chosen}
                  onChange={() => choose(tag)}
                />
                {languageName(tag)}
              </label>
            ))}
          </div>
        ) : (
          <select
            aria-label={t("language")}
            className={classes.select}
            value={chosen}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            {options(languages)}
          </select>
        )}
        <Box visibleFrom="md">
          <select
            aria-label={t("beside")}
            className={classes.select}
            value={beside ?? ""}
            onChange={({ currentTarget }) => setBeside(currentTarget.value || null)}
          >
            <option value="">{t("besideNone")}</option>
            {options(languages.filter((tag) => tag !== chosen))}
          </select>
        </Box>
      </Group>
    </Box>
  );
}
