import { Button, Group, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { useKeptText } from "../../shell/kept-text.ts";
import { useFormat } from "../../words/format.ts";
import type { Consent, Lodged } from "./consent.ts";

type Props = { agreement: Agreement; consent: Consent; change: (consent: Consent) => void };

/** A reservation or declaration made at signature. */
export function Lodging({ agreement, consent, change }: Props) {
  const { t } = useTranslation("signing");
  const { languageName, language } = useFormat();
  const [words, setWords] = useKeptText(`lodged:${agreement.id}`);
  const { lodged } = consent;
  const permitted = agreement.terms.reservations === "permitted";
  const own = agreement.languages.find((one) => one === language) ?? agreement.languages[0] ?? "en";
  const lodge = (kind: Lodged["kind"]) =>
    change({ ...consent, lodged: { kind, language: lodged?.language ?? own, text: words } });
  // Text typed before a reload counts only if its form is open.
  useEffect(() => {
    if (lodged && lodged.text !== words) change({ ...consent, lodged: { ...lodged, text: words } });
  }, [words, lodged, consent, change]);
  if (!lodged) {
    return (
      <Stack gap={4}>
        <Group gap="xs">
          {permitted && (
            <Button size="xs" variant="default" onClick={() => lodge("reservation")}>
              {t("lodge.reservation")}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => lodge("declaration")}>
            {t("lodge.declaration")}
          </Button>
        </Group>
        {!permitted && (
          <Text size="sm" c="dimmed">
            {t("lodge.prohibited")}
          </Text>
        )}
      </Stack>
    );
  }
  return (
    <Stack gap="xs">
      <Textarea
        label={t(`lodge.${lodged.kind}`)}
        description={t(`lodge.why.${lodged.kind}`)}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        autosize
        minRows={4}
        maxLength={4000}
        dir="auto"
        lang={lodged.language}
      />
      <Group gap="sm" align="end">
        <NativeSelect
          label={t("lodge.language")}
          value={lodged.language}
          onChange={({ currentTarget }) =>
            change({ ...consent, lodged: { ...lodged, language: currentTarget.value } })
          }
          data={agreement.languages.map((value) => ({ value, label: languageName(value) }))}
        />
        <Button variant="default" onClick={() => change({ ...consent, lodged: null })}>
          {t("lodge.remove")}
        </Button>
      </Group>
    </Stack>
  );
}
