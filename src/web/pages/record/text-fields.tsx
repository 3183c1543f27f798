import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/contract.d.ts";
import { useKeptText } from "../../shell/kept-text.ts";
import { ArchiveAct } from "./archive-act.tsx";

const kinds = {
  "submit-to-un": { resource: "un-submission", field: "reason" },
  "register-with-un": { resource: "un-registration", field: "number" },
} as const;

type Props = { agreement: Agreement; act: keyof typeof kinds };

/** Text fields of an archivist's act. Typed values are kept until the act is on record. */
export function TextFields({ agreement, act }: Props) {
  const { t } = useTranslation("record");
  const { resource, field } = kinds[act];
  const [text, write, clear] = useKeptText(`${act}:${agreement.id}`);
  const given = text.trim();
  return (
    <ArchiveAct
      agreement={agreement}
      act={act}
      resource={resource}
      body={given || field === "number" ? { [field]: given } : {}}
      onDone={clear}
    >
      <TextInput
        label={t(`acts.${field}`)}
        dir="auto"
        required={field === "number"}
        value={text}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
    </ArchiveAct>
  );
}
