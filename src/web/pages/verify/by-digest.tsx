import { Card, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";
import { Digest } from "../../shell/digest.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { RegisterMatch } from "./register-match.tsx";

type Props = {
  digest: string;
  /** The digest of the file that was checked on this page. */
  file: string | undefined;
};

/** Shown when a link or a printed code names a digest: what the register holds under it. */
export function ByDigest({ digest, file }: Props) {
  const { t } = useTranslation("verify");
  const entry = useQuery({
    queryKey: ["register", "digest", digest],
    queryFn: async () => {
      try {
        const file = api["registered-files"][":digest"];
        return await (await file.$get({ param: { digest } })).json();
      } catch (error) {
        // The register holds nothing under anything but a digest.
        if (error instanceof Problem && [400, 404].includes(error.status)) return null;
        throw error;
      }
    },
  });
  return (
    <Card withBorder padding="md" aria-live="polite">
      <Stack gap="sm">
        <Digest label={t("digest")} value={digest} />
        {entry.data !== undefined && <RegisterMatch entry={entry.data} />}
        <ErrorAlert error={entry.error} />
        <Text size="sm">
          {file ? t(file === digest ? "register.same" : "register.other") : t("register.asked")}
        </Text>
      </Stack>
    </Card>
  );
}
