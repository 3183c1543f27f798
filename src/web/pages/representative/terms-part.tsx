import { Anchor, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { Differences } from "../../terms/differences.tsx";
import { TermsList } from "../../terms/terms-list.tsx";
import { useForms } from "../../text/around-text.tsx";
import { useFormat } from "../../words/format.ts";

/** What the text means in law: the terms that an approval binds with the text. */
export default function TermsPart({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("terms");
  const { language } = useFormat();
  const forms = useForms(language);
  const article = (number: number) => (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link
          to="/agreements/$id"
          params={{ id: agreement.id }}
          hash={`article-${number}`}
          hashScrollIntoView={false}
          {...props}
        />
      )}
    >
      {forms.article(number)}
    </Anchor>
  );
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t("approved")}</Text>
      <Differences agreement={agreement} article={article} />
      <TermsList terms={agreement.terms} parties={agreement.parties.length} article={article} />
    </Stack>
  );
}
