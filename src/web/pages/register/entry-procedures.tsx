import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RegisterEntry } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";

/** The steps of domestic procedures that parties have made public. */
export function EntryProcedures({ entry }: { entry: RegisterEntry }) {
  const { t } = useTranslation("procedure");
  const { line, party, day } = useFormat();
  if (entry.procedures.length === 0) return null;
  const nameOf = (code: string) =>
    party(code, entry.parties.find((one) => one.code === code)?.names);
  const said = (on: string | null, expectedOn: string | null) => {
    if (on) return t("doneOn", { day: day(on) });
    return expectedOn ? t("expectedOn", { day: day(expectedOn) }) : t("noDay");
  };
  return (
    <section aria-labelledby="procedures">
      <Title order={2} size="h4" id="procedures">
        {t("title")}
      </Title>
      <Text size="sm" mb="xs">
        {t("noEffect")}
      </Text>
      {entry.procedures.map((one) => (
        <div key={`${one.party} ${one.step}`}>
          <Text>
            {line(
              nameOf(one.party),
              t(`step.${one.step}` as "step.cabinet"),
              said(one.on, one.expectedOn),
            )}
          </Text>
          {one.note && (
            <Text size="sm" dir="auto">
              {one.note}
            </Text>
          )}
        </div>
      ))}
    </section>
  );
}
