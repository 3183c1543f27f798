import { Box, Group, NativeSelect, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../words/format.ts";
import classes from "./representative.module.css";

type Given = {
  languages: string[];
  chosen: string;
  beside: string | null;
  choose: (language: string) => void;
  setBeside: (language: string | null) => void;
};

/** Which language is read, and on a wide screen which beside it. It stays in view while one reads. */
export function LanguageBar({ languages, chosen, beside, choose, setBeside }: Given) {
  const { t } = useTranslation("representative");
  const { languageName } = useFormat();
  if (languages.length < 2) return null;
  const options = languages.map((value) => ({ value, label: languageName(value) }));
  return (
    <Box className={classes.bar}>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        {languages.length <= 3 ? (
          <SegmentedControl
            aria-label={t("language")}
            data={options}
            value={chosen}
            onChange={choose}
            size="sm"
          />
        ) : (
          <NativeSelect
            aria-label={t("language")}
            data={options}
            value={chosen}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          />
        )}
        <Box visibleFrom="md">
          <NativeSelect
            aria-label={t("beside")}
            data={[
              { value: "", label: t("besideNone") },
              ...options.filter(({ value }) => value !== chosen),
            ]}
            value={beside ?? ""}
            onChange={({ currentTarget }) => setBeside(currentTarget.value || null)}
          />
        </Box>
      </Group>
    </Box>
  );
}
