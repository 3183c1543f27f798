import { Card, SimpleGrid, Text, Title, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { countsQuery } from "../../api/agreements.ts";
import { stagesInOrder } from "../../api/stages.ts";
import { useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";

/** The number of agreements in each stage, linked to their list. */
export function StageCounts() {
  const { t } = useTranslation("home");
  const { number } = useFormat();
  const { stage: nameOf } = useNames();
  const { data } = useQuery(countsQuery({}));
  const counts = stagesInOrder
    .map((stage) => [stage, data?.stages[stage] ?? 0] as const)
    .filter(([, count]) => count > 0);
  if (counts.length === 0) return null;
  return (
    <section aria-labelledby="stages">
      <Title order={2} size="h3" id="stages" mb="sm">
        {t("stages")}
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="xs">
        {counts.map(([stage, count]) => (
          <UnstyledButton
            key={stage}
            renderRoot={(props) => (
              <Link to="/agreements" search={{ stage, view: "table" }} {...props} />
            )}
          >
            <Card withBorder padding="sm" h="100%">
              <Text size="xl" fw={700} ff="var(--serif)">
                {number(count)}
              </Text>
              <Text size="sm">{nameOf(stage)}</Text>
            </Card>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </section>
  );
}
