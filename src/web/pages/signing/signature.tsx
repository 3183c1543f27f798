import { Alert, Button, Collapse, Group, Stack, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Foretold } from "../../acts/foretold.tsx";
import type { Agreement } from "../../api/agreement.ts";
import { useSession } from "../../api/session.ts";
import { Loading } from "../../shell/loading.tsx";
import { NewPasskey } from "../../shell/new-passkey.tsx";
import { useFormat } from "../../words/format.ts";
import { bodyOf, type Consent } from "./consent.ts";
import { SignByCode } from "./sign-by-code.tsx";
import { SignByPasskey } from "./sign-by-passkey.tsx";

const SignByCertificate = lazy(() => import("./sign-by-certificate.tsx"));

type Props = { agreement: Agreement; consent: Consent; party: string; read: boolean };

/** Says what is about to be signed, and offers the ways to sign. */
export function Signature({ agreement, consent, party, read }: Props) {
  const { t } = useTranslation("signing");
  const { party: nameOf } = useFormat();
  const session = useSession();
  const [byCode, setByCode] = useState(false);
  const [byCertificate, setByCertificate] = useState(false);
  const names = agreement.parties.find(({ code }) => code === party)?.names;
  return (
    <Stack gap="md">
      <Text>
        {t(`statement.${consent.as}`, { party: nameOf(party, names) })}{" "}
        {t(consent.binding ? "statement.binding" : "statement.notBinding")}
        {consent.lodged && ` ${t(`statement.${consent.lodged.kind}`)}`}
      </Text>
      <Foretold
        agreement={agreement}
        resource="signatures"
        body={bodyOf(consent, agreement.original ?? "")}
      />
      {!read && (
        <Text size="sm" c="dimmed">
          {t("readFirst")}
        </Text>
      )}
      {session?.passkeys ? (
        <SignByPasskey agreement={agreement} consent={consent} ready={read} />
      ) : byCode ? (
        <SignByCode agreement={agreement} consent={consent} ready={read} />
      ) : (
        <Alert color="blue" title={t("noPasskey.title")}>
          <Stack gap="sm">
            <Text size="sm">{t("noPasskey.text")}</Text>
            <NewPasskey />
            <Group>
              <Button size="compact-sm" variant="subtle" onClick={() => setByCode(true)}>
                {t("noPasskey.byCode")}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={byCertificate}
          onClick={() => setByCertificate(!byCertificate)}
        >
          {t("certificate.title")}
        </Button>
        <Collapse expanded={byCertificate}>
          {byCertificate && (
            <Suspense fallback={<Loading />}>
              <SignByCertificate agreement={agreement} consent={consent} ready={read} />
            </Suspense>
          )}
        </Collapse>
      </div>
    </Stack>
  );
}
