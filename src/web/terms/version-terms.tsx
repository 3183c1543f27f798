import { Card, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Terms } from "#src/text/terms-in-words.ts";
import { versionsQuery } from "../api/versions.ts";
import { ChangedTerms, useChangedTerms } from "./changed-terms.tsx";

type Props = { agreement: string; from: number; to: number };

/** The terms that changed between two versions. Renders nothing if none did. */
export default function VersionTerms({ agreement, from, to }: Props) {
  const { data = [] } = useQuery(versionsQuery(agreement));
  const [before, after] = [from, to].map((one) => data.find(({ number }) => number === one)?.terms);
  return before && after ? <Shown before={before} after={after} /> : null;
}

function Shown({ before, after }: { before: Terms; after: Terms }) {
  const { t } = useTranslation("terms");
  if (useChangedTerms(before, after).length === 0) return null;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="changed-terms">
      <Title order={2} size="h5" id="changed-terms" mb={4}>
        {t("changedTerms")}
      </Title>
      <ChangedTerms before={before} after={after} />
    </Card>
  );
}
