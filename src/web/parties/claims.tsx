import { List, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RegisterEntry } from "../api/contract.d.ts";
import { useFormat } from "../words/format.ts";

type Props = {
  claims: RegisterEntry["claims"];
  suspensions: RegisterEntry["suspensions"];
  nameOf: (code: string) => string;
};

/** Suspensions between some of the parties, and claims under VCLT article 65. Nothing if there are none. */
export function Claims({ claims, suspensions, nameOf }: Props) {
  return (
    <>
      {suspensions.length > 0 && <Suspensions of={suspensions} nameOf={nameOf} />}
      {claims.length > 0 && <ClaimList of={claims} nameOf={nameOf} />}
    </>
  );
}

function Suspensions({ of, nameOf }: { of: Props["suspensions"]; nameOf: Props["nameOf"] }) {
  const { t } = useTranslation("reservations");
  const { day, line, list, number } = useFormat();
  return (
    <section aria-labelledby="suspended">
      <Title order={2} size="h4" id="suspended" mb="xs">
        {t("suspended.title")}
      </Title>
      <List spacing="md">
        {of.map(({ id, by, parties, from, until, basis, articles, title, ...rest }) => (
          <List.Item key={id}>
            <Text fw={600}>
              {by === null
                ? list(parties.map(nameOf))
                : t("suspended.by", {
                    party: nameOf(by),
                    list: list(parties.filter((one) => one !== by).map(nameOf)),
                  })}
            </Text>
            <Text size="sm">
              {line(
                t("suspended.from", { day: day(from) }),
                until && t("suspended.until", { day: day(until) }),
                rest.resumedOn && t("suspended.resumed", { day: day(rest.resumedOn) }),
                articles.length > 0 &&
                  t("suspended.articles", { list: list(articles.map(number)) }),
              )}
            </Text>
            {rest.notifiedOn && (
              <Text size="sm">{t("suspended.notified", { day: day(rest.notifiedOn) })}</Text>
            )}
            <Text size="sm" c="dimmed" dir="auto">
              {basis === "claim" ? t("suspended.claim") : title}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function ClaimList({ of, nameOf }: { of: Props["claims"]; nameOf: Props["nameOf"] }) {
  const { t } = useTranslation(["reservations", "agreement"]);
  const { day, line, list, number } = useFormat();
  return (
    <section aria-labelledby="claims">
      <Title order={2} size="h4" id="claims" mb="xs">
        {t("claims.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("claims.lead")}
      </Text>
      <List spacing="md">
        {of.map((claim) => (
          <List.Item key={claim.id}>
            <Text fw={600}>
              {t("claims.of", {
                party: nameOf(claim.party),
                ground: t(`agreement:choice.ground-${claim.ground}`),
              })}
            </Text>
            <Text size="sm">
              {line(
                t(`agreement:choice.measure-${claim.measure}`),
                claim.against && t("claims.against", { party: nameOf(claim.against) }),
                claim.articles.length > 0 &&
                  t("suspended.articles", { list: list(claim.articles.map(number)) }),
              )}
            </Text>
            <Text size="sm">
              {line(
                t("claims.notified", { day: day(claim.on) }),
                claim.objectionsUntil
                  ? t("claims.until", { day: day(claim.objectionsUntil) })
                  : t("claims.waits"),
              )}
            </Text>
            {claim.objections.map(({ party, on, withdrawnOn }) => (
              <Text key={`${party}:${on}`} size="sm">
                {line(
                  t("claims.objected", { party: nameOf(party), day: day(on) }),
                  withdrawnOn && t("claims.withdrawn", { day: day(withdrawnOn) }),
                )}
              </Text>
            ))}
            {claim.disputed && !claim.carriedOut && <Text size="sm">{t("claims.disputed")}</Text>}
            {claim.carriedOut && (
              <Text size="sm">
                {t("claims.carried", {
                  day: day(claim.carriedOut.on),
                  from: day(claim.carriedOut.from),
                })}
              </Text>
            )}
            {claim.revokedOn && (
              <Text size="sm">{t("claims.revoked", { day: day(claim.revokedOn) })}</Text>
            )}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
