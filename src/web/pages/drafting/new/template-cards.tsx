import { Card, Group, SimpleGrid, Text, Title, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../words/format.ts";
import { Worded } from "../../../words/worded.tsx";
import type { Template } from "./description.ts";
import classes from "./template-cards.module.css";

/** The template that leaves every article to its author. */
const blank = "blank-agreement";

/** The templates to start from, each with its languages. */
export function TemplateCards({
  templates,
  choose,
}: {
  templates: Template[];
  choose: (template: Template) => void;
}) {
  const { t } = useTranslation("new-agreement");
  const { languageName } = useFormat();
  const aboutArticles = ({ name, clauses }: Template) => {
    if (name === blank) return t("blank");
    const count = Object.keys(clauses).length;
    return count === 0 ? t("noClauses") : t("clauses", { count });
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} component="ul" p={0} m={0}>
      {templates.map((template) => (
        <li key={template.name} className={classes.item}>
          <UnstyledButton onClick={() => choose(template)} className={classes.button}>
            <Card withBorder h="100%" className={classes.card}>
              <Title order={2} size="h4" dir="auto">
                <Worded of={template.title} alone />
              </Title>
              <Text size="sm" mt="xs">
                {aboutArticles(template)}
              </Text>
              <Group gap={6} mt="auto" pt="md">
                <Text size="sm" c="dimmed">
                  {template.languages.map(languageName).join(" · ")}
                </Text>
              </Group>
            </Card>
          </UnstyledButton>
        </li>
      ))}
    </SimpleGrid>
  );
}
