import { Alert, Button, Progress, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Page } from "../../shell/page.tsx";
import { ByAgreement } from "./by-agreement.tsx";
import { ByDigest } from "./by-digest.tsx";
import { checkFile, type Unfit } from "./check-file.ts";
import { DropPlace } from "./drop-place.tsx";
import { Offline } from "./offline.tsx";
import { sendFile } from "./send-file.ts";
import { VerdictShown } from "./verdict-shown.tsx";

/** The public page that verifies a PDF. */
export function VerifyPage() {
  const { t, i18n } = useTranslation("verify");
  const { digest, agreement } = useSearch({ strict: false });
  const [sent, setSent] = useState(0);
  const [unfit, setUnfit] = useState<{ why: Unfit; name: string } | null>(null);
  const judge = useMutation({
    mutationFn: (file: File) => sendFile(file, { language: i18n.language, onSent: setSent }),
  });
  const take = async (file: File) => {
    judge.reset();
    setSent(0);
    const why = await checkFile(file);
    setUnfit(why && { why, name: file.name });
    if (!why) judge.mutate(file);
  };
  const name = judge.variables?.name ?? "";
  return (
    <Page title={t("title")} size="md">
      <Text maw={640}>{t("lead")}</Text>
      {digest && <ByDigest digest={digest} file={judge.data?.digest} />}
      {agreement && <ByAgreement agreement={agreement} file={judge.data?.digest} />}
      {!judge.isPending && !judge.data && <DropPlace onFile={take} />}
      <Stack aria-live="polite" gap="lg">
        {unfit && (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
            {t(`refused.${unfit.why}`, { name: unfit.name })}
          </Alert>
        )}
        <ErrorAlert error={judge.error} />
        {judge.isPending && (
          <div>
            <Text mb={6} dir="auto">
              {sent < 1 ? t("sending", { name }) : t("judging", { name })}
            </Text>
            <Progress
              value={sent * 100}
              animated={sent === 1}
              aria-label={sent < 1 ? t("sending", { name }) : t("judging", { name })}
            />
          </div>
        )}
        {judge.data && <VerdictShown verdict={judge.data} name={name} />}
      </Stack>
      {judge.data && (
        <Button variant="default" onClick={() => judge.reset()} style={{ alignSelf: "start" }}>
          {t("another")}
        </Button>
      )}
      <Offline />
    </Page>
  );
}
