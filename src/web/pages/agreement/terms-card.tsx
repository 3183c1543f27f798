import { Card, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { Differences } from "../../terms/differences.tsx";
import { ReviewLink } from "../../terms/review-link.tsx";
import { TermsList } from "../../terms/terms-list.tsx";

/** What the text means in law, each term with the article that states it. */
export function TermsCard({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("terms");
  const article = (number: number) => <ReviewLink agreement={agreement.id} number={number} />;
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="terms">
      <Title order={2} size="h4" id="terms">
        {t("title")}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("what")}
      </Text>
      <Differences agreement={agreement} article={article} />
      <TermsList terms={agreement.terms} parties={agreement.parties.length} article={article} />
    </Card>
  );
}
