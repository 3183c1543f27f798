import { List, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Participation } from "../api/contract.d.ts";
import { useForms } from "../text/around-text.tsx";
import { useFormat } from "../words/format.ts";
import { directionOf } from "../words/words.ts";

type Statement = Participation["participants"][number]["statements"][number];
type Props = {
  /** The parties by name, with what each stated. */
  of: { code: string; name: string; statements: Statement[] }[];
  nameOf: (code: string) => string;
};

/** What parties stated beside their consent, oldest first for each. Nothing if there is none. */
export function Statements({ of, nameOf }: Props) {
  const { t } = useTranslation("statements");
  const stating = of.filter(({ statements }) => statements.length > 0);
  if (stating.length === 0) return null;
  return (
    <section aria-labelledby="statements">
      <Title order={2} size="h4" id="statements" mb="xs">
        {t("title")}
      </Title>
      {stating.map(({ code, name, statements }) => (
        <div key={code}>
          <Text fw={600}>
            <bdi>{name}</bdi>
          </Text>
          <List size="sm" mb="xs" spacing="xs">
            {statements.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a record only grows at its end.
              <List.Item key={index}>
                <StatementText statement={one} nameOf={nameOf} />
              </List.Item>
            ))}
          </List>
        </div>
      ))}
    </section>
  );
}

type TextProps = { statement: Statement; nameOf: Props["nameOf"] };

function StatementText({ statement, nameOf }: TextProps) {
  const { t } = useTranslation("statements");
  const { day, list } = useFormat();
  const { act, on, said } = statement;
  const text = (name: string) => String(said[name] ?? "");
  const date = (name: string) => (said[name] ? day(text(name)) : "");
  switch (act) {
    case "succeed":
      return (
        <>
          {t(said.to === "signature" ? "successionToSignature" : "succession", {
            predecessor: nameOf(text("predecessor")),
            succeeded: date("succeededOn"),
            on: day(on),
          })}
          {said.operatesOn ? ` ${t("operates", { day: date("operatesOn") })}` : null}
        </>
      );
    case "declare-continuity":
      return <>{t("continuity", { name: text("formerName"), on: day(on) })}</>;
    case "declare-territory": {
      const names = Array.isArray(said.territories) ? said.territories.map(String) : [];
      return (
        <>
          {t(`territory.${said.effect as "extension"}`, {
            names: list(names),
            on: day(on),
            effect: date("takesEffectOn"),
          })}
          <Text size="xs" c="dimmed">
            {t("territory.note")}
          </Text>
          <Words said={said} />
        </>
      );
    }
    case "notify-claim":
    case "answer-claim":
    case "carry-out-claim":
    case "revoke-claim":
      return <ClaimStatement act={act} on={on} said={said} />;
    case "communicate":
      return <Communication on={on} said={said} nameOf={nameOf} />;
    case "declare-under-article":
      return <Declaration on={on} said={said} change={said.change as "made"} />;
    default:
      return <DesignatedAuthority on={on} said={said} />;
  }
}

type SaidProps = { on: string; said: Record<string, unknown> };

const claimWords = {
  "notify-claim": "notified",
  "carry-out-claim": "carried",
  "revoke-claim": "revoked",
} as const;

/** What a party said or did about a claim (VCLT articles 65 to 68); the depositary does not judge it. */
function ClaimStatement({ act, on, said }: SaidProps & { act: Statement["act"] }) {
  const { t } = useTranslation(["statements", "agreement"]);
  const { day } = useFormat();
  const key = claimWords[act as "notify-claim"] ?? (said.answer as "objection");
  return (
    <>
      {t(`claim.${key}`, {
        on: day(on),
        from: said.from ? day(String(said.from)) : "",
        ground: t(`agreement:choice.ground-${said.ground as "breach"}`),
        measure: t(`agreement:choice.measure-${said.measure as "suspension"}`),
      })}
      <Text size="xs" c="dimmed">
        {t("claim.note")}
      </Text>
      <Words said={said} />
    </>
  );
}

/** What a State communicated, in its own words; without effect in law. */
function Communication({ on, said, nameOf }: SaidProps & Pick<Props, "nameOf">) {
  const { t } = useTranslation("statements");
  const { day } = useFormat();
  const kind = String(said.communication) as "other";
  return (
    <>
      {t(`communication.${kind}`, { on: day(on) })}
      {said.concerning
        ? ` ${t("communication.concerning", { name: nameOf(String(said.concerning)) })}`
        : null}
      {said.subject ? (
        <Text size="sm" dir="auto">
          {String(said.subject)}
        </Text>
      ) : null}
      <Text size="xs" c="dimmed">
        {t("communication.note")}
      </Text>
      <Words said={said} />
    </>
  );
}

/** A declaration under an article, in its own words. */
export function Declaration({
  on,
  said,
  change,
}: SaidProps & { change: "made" | "changed" | "withdrawn" }) {
  const { t } = useTranslation("statements");
  const { day, language } = useFormat();
  const forms = useForms(language);
  return (
    <>
      {t(`declaration.${change}`, {
        article: forms.article(Number(said.article)),
        on: day(on),
      })}
      <Words said={said} />
    </>
  );
}

function DesignatedAuthority({ on, said }: SaidProps) {
  const { t } = useTranslation("statements");
  const { day, language } = useFormat();
  const forms = useForms(language);
  return (
    <>
      {t("authority", {
        article: forms.article(Number(said.article)),
        from: day(String(said.from ?? on)),
      })}
      {["name", "address", "contact"].map((name) => (
        <Text
          key={name}
          size="sm"
          fw={name === "name" ? 600 : 400}
          style={{ whiteSpace: "pre-line" }}
        >
          <bdi>{String(said[name] ?? "")}</bdi>
        </Text>
      ))}
    </>
  );
}

function Words({ said: { text, language } }: { said: Record<string, unknown> }) {
  if (!text) return null;
  // The language of a late objection is not on record.
  const tag = typeof language === "string" ? language : undefined;
  return (
    <div className="text" lang={tag} dir={tag ? directionOf(tag) : "auto"}>
      {String(text)}
    </div>
  );
}
