import { Button, Group, Paper, SimpleGrid, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format.ts";
import { directionOf } from "../../words/words.ts";
import { useDesk } from "./desk.tsx";
import type { OpenConflict } from "./model/saver.ts";
import { ReadArticle } from "./read-article.tsx";

type Props = { conflict: OpenConflict; choose: (markdown: string | null) => void };

/** Resolves a conflict about one article: take mine, take theirs, or combine both. */
export function ConflictChoice({ conflict, choose }: Props) {
  const { t } = useTranslation("drafting");
  const { languageName } = useFormat();
  const { store } = useDesk().draft;
  const { language, id, mine, theirs } = conflict;
  const [third, setThird] = useState<string | null>(null);
  const row = store.rows().find(({ ids }) => ids[language] === id);
  const part = store.part(language, id);
  const sides = [
    { name: t("conflict.mine"), take: t("conflict.takeMine"), words: mine },
    { name: t("conflict.theirs"), take: t("conflict.takeTheirs"), words: theirs },
  ];
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {languageName(language)}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {sides.map(({ name, take, words }) => (
          <Paper key={name} withBorder p="md" component="section" aria-label={name}>
            <Stack justify="space-between" h="100%">
              <div>
                <Text size="sm" fw={600} mb="xs">
                  {name}
                </Text>
                {words === null || !row || !part ? (
                  <Text>{t("conflict.removed")}</Text>
                ) : (
                  <ReadArticle part={{ ...part, markdown: words }} row={row} language={language} />
                )}
              </div>
              <Button variant="default" onClick={() => choose(words)}>
                {take}
              </Button>
            </Stack>
          </Paper>
        ))}
      </SimpleGrid>
      {third === null ? (
        <Group justify="end">
          <Button variant="subtle" onClick={() => setThird(mine ?? theirs ?? "")}>
            {t("conflict.edit")}
          </Button>
        </Group>
      ) : (
        <>
          <Textarea
            label={t("conflict.third")}
            autosize
            minRows={6}
            maxRows={20}
            value={third}
            lang={language}
            dir={directionOf(language)}
            onChange={({ currentTarget }) => setThird(currentTarget.value)}
          />
          <Button onClick={() => choose(third)}>{t("conflict.takeThird")}</Button>
        </>
      )}
    </Stack>
  );
}
