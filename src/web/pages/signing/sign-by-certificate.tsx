import { Button, Checkbox, FileInput, NativeSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { AnswerByKey } from "./answer-by-key.tsx";
import { bodyOf, type Consent } from "./consent.ts";
import { derOf, prepare, type SignaturePreparation } from "./preparation.ts";

type Props = { agreement: Agreement; consent: Consent; ready: boolean };

const algorithms = ["sha256", "sha384", "sha512"] as const;

/** Signs with the party's own key, which we never hold: first its certificate, then the signature. */
export default function SignByCertificate({ agreement, consent, ready }: Props) {
  const { t } = useTranslation("signing");
  const [file, setFile] = useState<File | null>(null);
  const [chain, setChain] = useState<File[]>([]);
  const [digestAlgorithm, setAlgorithm] = useState<string>("sha256");
  const [pss, setPss] = useState(false);
  const [prepared, setPrepared] = useState<SignaturePreparation | null>(null);
  const announce = useKeep(
    async () => {
      if (!file) return null;
      return prepare(agreement, {
        ...bodyOf(consent, agreement.original ?? ""),
        certificate: await derOf(file),
        chain: await Promise.all(chain.map(derOf)),
        digestAlgorithm,
        pss,
      });
    },
    { keys: [], onSuccess: setPrepared },
  );
  if (prepared) {
    return (
      <AnswerByKey agreement={agreement} prepared={prepared} leave={() => setPrepared(null)} />
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        announce.mutate(undefined);
      }}
    >
      <Stack gap="sm" mt="sm" maw={480}>
        <Text size="sm">{t("certificate.why")}</Text>
        <FileInput
          label={t("certificate.file")}
          description={t("certificate.fileKinds")}
          accept=".cer,.crt,.pem,.der"
          value={file}
          onChange={setFile}
          required
        />
        <FileInput
          label={t("certificate.chain")}
          accept=".cer,.crt,.pem,.der"
          multiple
          value={chain}
          onChange={setChain}
        />
        <NativeSelect
          label={t("certificate.algorithm")}
          value={digestAlgorithm}
          onChange={({ currentTarget }) => setAlgorithm(currentTarget.value)}
          data={algorithms.map((value) => ({ value, label: value.replace("sha", "SHA-") }))}
        />
        <Checkbox
          label={t("certificate.pss")}
          checked={pss}
          onChange={({ currentTarget }) => setPss(currentTarget.checked)}
        />
        <ErrorAlert error={announce.error} />
        <div>
          <Button
            type="submit"
            variant="default"
            disabled={!ready || !file}
            loading={announce.isPending}
          >
            {t("certificate.prepare")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
