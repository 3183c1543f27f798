import { Card, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";
import { Digest } from "../../shell/digest.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { RegisterMatch } from "./register-match.tsx";

type Props = {
  agreement: string;
  /** The digest of the file that was checked on this page. */
  file: string | undefined;
};

/** Shown when the code on an evidence annex leads here: what the register holds of that agreement. */
export function ByAgreement({ agreement, file }: Props) {
  const { t } = useTranslation("verify");
  const entry = useQuery({
    queryKey: ["register", "verify", agreement],
    queryFn: async () => {
      try {
        return await (await api.register[":id"].$get({ param: { id: agreement } })).json();
      } catch (error) {
        // It may not be published yet, or the code may belong to no agreement.
        if (error instanceof Problem && [400, 404].includes(error.status)) return null;
        throw error;
      }
    },
  });
  const digests = entry.data?.originals.map(({ digest }) => digest) ?? [];
  return (
    <Card withBorder padding="md" aria-live="polite">
      <Stack gap="sm">
        {entry.data !== undefined && <RegisterMatch entry={entry.data} />}
        {digests.map((digest) => (
          <Digest key={digest} label={t("digest")} value={digest} />
        ))}
        <ErrorAlert error={entry.error} />
        <Text size="sm">{t(sayOf(digests, file))}</Text>
      </Stack>
    </Card>
  );
}

function sayOf(digests: string[], file: string | undefined) {
  if (file === undefined || digests.length === 0) return "register.askedAgreement";
  return digests.includes(file) ? "register.sameAgreement" : "register.otherAgreement";
}
