import { SimpleGrid, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useNames } from "../../words/names.ts";
import { ArcDiagram, type Pair } from "./arc-diagram.tsx";
import { BarChart } from "./bar-chart.tsx";
import { type Narrowed, statisticsQuery } from "./register.ts";

/** Charts of agreements by year, area and party. Each bar and party links to its agreements. */
export default function Charts({ choose }: { choose: (changed: Narrowed) => void }) {
  const { t } = useTranslation("register");
  const { area } = useNames();
  const statistics = useQuery(statisticsQuery);
  if (statistics.error) return <ErrorAlert error={statistics.error} />;
  if (!statistics.data || statistics.data.agreements === 0) return null;
  const { years, areas, parties, pairs } = statistics.data;
  return (
    <section aria-labelledby="partnerships">
      <Title order={2} size="h3" id="partnerships" mb="md">
        {t("chart.title")}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="xl">
        <BarChart
          title={t("chart.byYear")}
          bars={years.map(({ year, count }) => ({
            label: String(year),
            count,
            choose: () => choose({ year: String(year) }),
          }))}
        />
        <BarChart
          title={t("chart.byArea")}
          bars={areas.map((one) => ({
            label: area(one.area),
            count: one.count,
            choose: () => choose({ area: one.area }),
          }))}
        />
      </SimpleGrid>
      <ArcDiagram parties={parties} pairs={pairs as Pair[]} choose={(party) => choose({ party })} />
    </section>
  );
}
