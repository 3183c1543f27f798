import { List, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Participation } from "../api/contract.d.ts";
import { useFormat } from "../words/format.ts";

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

function StatementText({
  statement: { act, on, said },
  nameOf,
}: {
  statement: Statement;
  nameOf: Props["nameOf"];
}) {
  const { t } = useTranslation("statements");
  const { day } = useFormat();
  const text = (name: string) => String(said[name] ?? "");
  const date = (name: string) => (said[name] ? day(text(name)) : "");
  if (act === "succeed") {
    return (
      <>
        {t("succession", {
          predecessor: nameOf(text("predecessor")),
          succeeded: date("succeededOn"),
          on: day(on),
        })}
        {said.operatesOn ? ` ${t("operates", { day: date("operatesOn") })}` : null}
      </>
    );
  }
  return <>{t("continuity", { name: text("formerName"), on: day(on) })}</>;
}
