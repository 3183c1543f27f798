import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../words/format.ts";

type Statement = { act: string; said: Record<string, unknown> };
type Props = {
  of: { code: string; ceased: { on: string; reason: string } | null };
  /** All rows of the table, whose statements name their predecessors. */
  among: { code: string; statements: Statement[] }[];
  nameOf: (code: string) => string;
};

/** In a party's row: when and why it ceased to exist, and which States succeeded to it. */
export function CeasedNote({ of: { code, ceased }, among, nameOf }: Props) {
  const { t } = useTranslation("statements");
  const { day, list } = useFormat();
  if (!ceased) return null;
  const successors = among.filter(({ statements }) =>
    statements.some(({ act, said }) => act === "succeed" && said.predecessor === code),
  );
  return (
    <>
      <Text size="xs" c="dimmed" fw={400}>
        {t("ceased", { day: day(ceased.on) })}
      </Text>
      <Text size="xs" c="dimmed" fw={400} dir="auto">
        {ceased.reason}
      </Text>
      {successors.length > 0 && (
        <Text size="xs" c="dimmed" fw={400}>
          {t("succeededBy", { parties: list(successors.map((one) => nameOf(one.code))) })}
        </Text>
      )}
    </>
  );
}
