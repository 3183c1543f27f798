import { List, Paper, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useForms } from "../../../text/around-text.tsx";
import type { Finding, FindingPlace } from "./read/findings.ts";

type Props = { findings: Finding[]; language: string };

/** Everything that the import changes or leaves out, with its words and place. Losses come first. */
export function ImportFindings({ findings, language }: Props) {
  const { t } = useTranslation("drafting");
  const groups = [
    { label: t("word.read.lost"), items: findings.filter(({ lost }) => lost) },
    { label: t("word.read.altered"), items: findings.filter(({ lost }) => !lost) },
  ];
  return groups
    .filter(({ items }) => items.length > 0)
    .map(({ label, items }) => (
      <Paper withBorder p="md" key={label}>
        <Text fw={600}>{label}</Text>
        {[...Map.groupBy(items, ({ kind }) => kind)].map(([kind, alike]) => (
          <div key={kind}>
            <Text size="sm" mt="xs">
              {t(`word.read.kind.${kind}`)}
            </Text>
            <List size="sm" aria-label={t(`word.read.kind.${kind}`)}>
              {alike.map((finding, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the document does not change
                <List.Item key={at}>
                  <One finding={finding} language={language} />
                </List.Item>
              ))}
            </List>
          </div>
        ))}
      </Paper>
    ));
}

function One({ finding, language }: { finding: Finding; language: string }) {
  const { t } = useTranslation("drafting");
  const { words, ours, place } = finding;
  return (
    <>
      <bdi lang={place.part === "article" ? language : undefined}>{useNameOf(place, language)}</bdi>
      {": "}
      {ours ? (
        <bdi>{t("word.read.becomes", { words, ours })}</bdi>
      ) : (
        words && <q dir="auto">{words}</q>
      )}
      {place.near && place.near !== words && (
        <Text span c="dimmed" size="sm">
          {" "}
          <bdi>({place.near})</bdi>
        </Text>
      )}
    </>
  );
}

function useNameOf({ part, number }: FindingPlace, language: string): string {
  const { t } = useTranslation("drafting");
  const { article } = useForms(language);
  if (part === "article") return article(number);
  return part === "annex" ? t("word.read.annex", { number }) : t(`word.read.${part}`);
}
