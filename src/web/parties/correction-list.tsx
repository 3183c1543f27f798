import { Anchor, List, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TermName, Terms } from "#src/text/terms-in-words.ts";
import type { Correction, RegisterEntry } from "../api/contract.d.ts";
import { useTerms } from "../terms/use-terms.ts";
import { useFormat } from "../words/format.ts";
import { useCorrectedPlace } from "./corrected-place.ts";

/** A correction as everyone may read it. */
type Made = RegisterEntry["corrections"][number];
/** One on record with its answers, or one of the register. */
export type ListedCorrection = Correction | Made;

type Props = {
  of: ListedCorrection[];
  terms: Terms;
  nameOf: (code: string) => string;
  /** The address of a sealed paper by its number. */
  paperAt: (serial: number) => string;
};

/** The corrections of a text, each with its words, its answers and its procès-verbal. Nothing if there are none. */
export function CorrectionList({ of, terms, nameOf, paperAt }: Props) {
  const { t } = useTranslation("corrections");
  if (of.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <Title order={2} size="h4" id="corrections" mb="xs">
        {t("title")}
      </Title>
      <Stack gap="md">
        {of.map((one) => (
          <article key={one.id}>
            <Heading one={one} />
            {"proposedOn" in one && <Proposed one={one} nameOf={nameOf} />}
            <Words one={one} terms={terms} />
            {"answers" in one ? (
              <Answers one={one} nameOf={nameOf} />
            ) : (
              <Effect made={{ from: one.from, reason: one.why }} />
            )}
            {one.paper !== null && <Paper href={paperAt(one.paper)} />}
          </article>
        ))}
      </Stack>
    </section>
  );
}

function Heading({ one }: { one: ListedCorrection }) {
  const { t } = useTranslation("corrections");
  const { day, line } = useFormat();
  const state =
    "state" in one
      ? t(`state.${one.state}`, { day: day(one.made?.on ?? one.until) })
      : t("state.made", { day: day(one.on) });
  return <Text fw={600}>{line(t(`ground.${one.ground}`), state)}</Text>;
}

function Proposed({ one, nameOf }: { one: Correction; nameOf: Props["nameOf"] }) {
  const { t } = useTranslation("corrections");
  const { day } = useFormat();
  const on = day(one.proposedOn);
  return (
    <Text size="sm" c="dimmed">
      {one.proposedBy === null
        ? t("byDepositary", { day: on })
        : t("by", { party: nameOf(one.proposedBy), day: on })}
    </Text>
  );
}

/** What is read instead, what is right, and why. */
function Words({ one, terms }: { one: ListedCorrection; terms: Terms }) {
  const { t } = useTranslation("corrections");
  const { languageName } = useFormat();
  const words = useTerms();
  const placeOf = useCorrectedPlace();
  const changed = Object.keys(one.terms ?? {}) as TermName[];
  const corrected = { ...terms, ...one.terms } as Terms;
  return (
    <>
      <List size="sm">
        {one.changes.map((change, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a correction on record does not change
          <List.Item key={at} dir="auto">
            {t("change", { ...change, ...placeOf(change) })}
          </List.Item>
        ))}
        {one.right.map(({ language, reason }) => (
          <List.Item key={language} dir="auto">
            {t("right", { language: languageName(language), reason })}
          </List.Item>
        ))}
        {words
          .all(corrected)
          .filter(({ term }) => changed.includes(term))
          .map(({ term, name, sentence }) => (
            <List.Item key={term}>{t("term", { name, sentence })}</List.Item>
          ))}
      </List>
      <Text size="sm" dir="auto">
        {t("reason", { reason: one.reason })}
      </Text>
    </>
  );
}

function Answers({ one, nameOf }: { one: Correction; nameOf: Props["nameOf"] }) {
  const { t } = useTranslation("corrections");
  const { day } = useFormat();
  const { answers, withdrawn, made, unNotice, awaitsUnNotice } = one;
  return (
    <>
      {answers.map(({ party, answer, reason, on }) => (
        <Text size="sm" dir="auto" key={`${party}:${answer}`}>
          {t(answer, { party: nameOf(party), day: day(on), reason })}
        </Text>
      ))}
      {withdrawn && (
        <Text size="sm" dir="auto">
          {t("why", { day: day(withdrawn.on), reason: withdrawn.reason })}
        </Text>
      )}
      {made && <Effect made={made} />}
      {unNotice && (
        <Text size="sm" dir="auto">
          {t("unNotice", { day: day(unNotice.on), reference: unNotice.reference })}
        </Text>
      )}
      {awaitsUnNotice && <Text size="sm">{t("awaitsUn")}</Text>}
    </>
  );
}

function Effect({ made }: { made: { from: string | null; reason: string } }) {
  const { t } = useTranslation("corrections");
  const { day } = useFormat();
  return (
    <Text size="sm" dir="auto">
      {made.from === null
        ? t("beginning")
        : t("from", { day: day(made.from), reason: made.reason })}
    </Text>
  );
}

function Paper({ href }: { href: string }) {
  const { t } = useTranslation("corrections");
  return (
    <Anchor href={href} size="sm">
      {t("paper")}
    </Anchor>
  );
}
