import { Anchor, List, Spoiler, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../words/format.ts";

type Props = {
  /** Whether the text is open for signature after its first seal, and until which day. */
  signature: string;
  until: string | null;
  /** Those that neither negotiated nor joined. */
  others: { code: string; names: Record<string, string> }[];
  /** The sealed papers, of which the pages of later signatures are shown. */
  papers: { serial: number; kind: string; party: string | null; href: string }[];
};

/** To whom a text stays open after its first seal, and the pages of those that have signed since; nothing for others. */
export function OpenToParties({ signature, until, others, papers }: Props) {
  const { t } = useTranslation("terms");
  const { day, list, party } = useFormat();
  const pages = papers.filter(({ kind }) => kind === "signature-page");
  if (signature === "none" && others.length === 0 && pages.length === 0) return null;
  const names = others.map(({ code, names }) => party(code, names));
  return (
    <section aria-labelledby="open-to">
      <Title order={2} size="h4" id="open-to" mb="xs">
        {t("open.title")}
      </Title>
      {signature === "open" && (
        <Text>{until ? t("open.signUntil", { day: day(until) }) : t("open.sign")}</Text>
      )}
      {signature === "closed" && <Text>{t("open.closed")}</Text>}
      {names.length > 0 && (
        <Spoiler
          maxHeight={48}
          showLabel={t("open.othersCount", { number: names.length })}
          hideLabel="…"
        >
          <Text>{t("open.others", { parties: list(names) })}</Text>
        </Spoiler>
      )}
      {pages.length > 0 && (
        <List mt="xs">
          {pages.map(({ serial, party: code, href }) => (
            <List.Item key={serial}>
              <Anchor href={href}>{t("open.page", { party: party(code ?? "") })}</Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );
}
