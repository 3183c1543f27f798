import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../api/session.ts";
import { typedStore } from "../../shell/typed-store.ts";
import { useFormat } from "../../words/format.ts";
import { useDesk } from "./desk.tsx";
import { type KeptDraft, keptDrafts } from "./model/kept-draft.ts";
import { merge, textOf } from "./model/merge.ts";

/** Offers text that was written on this device earlier and never saved. */
export function KeptWords() {
  const { t } = useTranslation("drafting");
  const { time, languageName } = useFormat();
  const { draft, writable } = useDesk();
  const person = useSession()?.person ?? null;
  const kept = keptDrafts(draft.id, typedStore(person));
  const [offers, setOffers] = useState(() =>
    draft.store.languages.flatMap((language): [string, KeptDraft][] => {
      const words = kept.read(language);
      return words && words.markdown !== draft.store.markdown(language) ? [[language, words]] : [];
    }),
  );
  if (offers.length === 0 || !writable) return null;
  const end = (language: string) => setOffers(offers.filter(([one]) => one !== language));
  const putBack = (language: string, { base, markdown }: KeptDraft) => {
    const { store } = draft;
    store.replaceText(language, textOf(merge(base, store.markdown(language), markdown)));
    end(language);
  };
  return (
    <Alert
      color="yellow"
      title={t("keptWords.title")}
      role="region"
      aria-label={t("keptWords.title")}
    >
      <Stack gap="xs">
        {offers.map(([language, words]) => (
          <Group key={language} justify="space-between">
            <Text size="sm">
              {t("keptWords.of", { language: languageName(language), time: time(words.at) })}
            </Text>
            <Group gap="xs">
              <Button size="xs" onClick={() => putBack(language, words)}>
                {t("keptWords.putBack")}
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  kept.clear(language);
                  end(language);
                }}
              >
                {t("keptWords.discard")}
              </Button>
            </Group>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
