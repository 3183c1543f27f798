import { Table, Text, Title, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RegisterStatistics } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";
import classes from "./charts.module.css";

const maxParties = 24;
const rowHeight = 28;

type Props = {
  parties: RegisterStatistics["parties"];
  pairs: Pair[];
  choose: (party: string) => void;
};

/** An arc diagram: the parties in a column, and an arc for each pair with agreements. */
export function ArcDiagram({ parties, pairs, choose }: Props) {
  const { t } = useTranslation("register");
  const { party, number } = useFormat();
  const [lit, setLit] = useState<string | null>(null);
  const shown = parties.slice(0, maxParties);
  const rowOf = new Map(shown.map(({ code }, row) => [code, row]));
  const names = new Map(parties.map(({ code, names }) => [code, party(code, names)]));
  const height = shown.length * rowHeight;
  const maxCount = Math.max(1, ...pairs.map(({ count }) => count));
  return (
    <section aria-labelledby="pairs">
      <Title order={3} size="h5" id="pairs" mt="xl">
        {t("chart.byParty")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("chart.howToRead")}
        {parties.length > maxParties && ` ${t("chart.most", { shown: number(maxParties) })}.`}
      </Text>
      <div className={classes.arcs}>
        <ul className={classes.names}>
          {shown.map(({ code, count }) => (
            <li key={code} className={classes.name}>
              <UnstyledButton
                fz="sm"
                td="underline"
                onClick={() => choose(code)}
                onMouseEnter={() => setLit(code)}
                onMouseLeave={() => setLit(null)}
                onFocus={() => setLit(code)}
                onBlur={() => setLit(null)}
              >
                {names.get(code)}
              </UnstyledButton>
              <Text size="sm" className={classes.count}>
                {number(count)}
              </Text>
            </li>
          ))}
        </ul>
        <svg
          className={classes.picture}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          style={{ blockSize: height }}
          aria-hidden
        >
          {pairs.map(({ parties: [one, other], count }) => {
            const rows = [rowOf.get(one), rowOf.get(other)];
            if (rows.some((row) => row === undefined)) return null;
            const [from = 0, to = 0] = rows.map((row) => ((row ?? 0) + 0.5) * rowHeight);
            // The farther apart two parties are, the wider their arc.
            const out = 20 + (Math.abs(to - from) / height) * 110;
            const own = lit === one || lit === other;
            return (
              <path
                key={`${one}:${other}`}
                d={`M 3 ${from} C ${out} ${from}, ${out} ${to}, 3 ${to}`}
                strokeWidth={1 + (count / maxCount) * 6}
                data-lit={(lit && own) || undefined}
                data-unlit={(lit && !own) || undefined}
              />
            );
          })}
        </svg>
      </div>
      <details>
        <Text component="summary" size="sm" mt="sm">
          {t("chart.asTable")}
        </Text>
        <Table.ScrollContainer minWidth={320} maxHeight={480}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("party")}</Table.Th>
                <Table.Th>{t("party")}</Table.Th>
                <Table.Th>{t("chart.agreements")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pairs.slice(0, 500).map(({ parties: [one, other], count }) => (
                <Table.Tr key={`${one}:${other}`}>
                  <Table.Td>{names.get(one) ?? one}</Table.Td>
                  <Table.Td>{names.get(other) ?? other}</Table.Td>
                  <Table.Td>{number(count)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </details>
    </section>
  );
}

/** The contract cannot type an array of exactly two, so this narrows it. */
export type Pair = { parties: [string, string]; count: number };
