import { Code, FileInput, Stack } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "../../api/client.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A scan. It is uploaded as soon as it is chosen, and the act names its digest. */
export function FileField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { name, optional } = field;
  const attach = useMutation({
    mutationFn: async (file: File) => {
      const answer = await call(`/agreements/${agreement.id}/files`, {
        method: "POST",
        body: file,
        headers: { "Content-Type": file.type },
      });
      return ((await answer.json()) as { digest: string }).digest;
    },
    onSuccess: (digest) => set({ [name]: digest }),
  });
  const digest = text(values, name);
  return (
    <Stack gap="xs">
      <FileInput
        label={label}
        description={hint ?? t("fileKinds")}
        placeholder={t("chooseFile")}
        required={!optional && digest === ""}
        accept="application/pdf,image/png,image/jpeg"
        leftSection={<IconPaperclip size={16} aria-hidden />}
        clearable
        disabled={attach.isPending}
        onChange={(file) => (file ? attach.mutate(file) : set({ [name]: "" }))}
      />
      <ErrorAlert error={attach.error} />
      <div role="status">
        {attach.isPending && t("attaching")}
        {digest !== "" && (
          <>
            {t("attached")}{" "}
            <Code dir="ltr" style={{ overflowWrap: "anywhere" }}>
              {digest}
            </Code>
          </>
        )}
      </div>
    </Stack>
  );
}
