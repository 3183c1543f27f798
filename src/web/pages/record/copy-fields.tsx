import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";
import { ArchiveAct } from "./archive-act.tsx";

/** Fields of a certified true copy: for a party, or for no particular party. */
export function CopyFields({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("record");
  const { party: nameOf } = useFormat();
  const [party, setParty] = useState<string | null>(null);
  return (
    <ArchiveAct
      agreement={agreement}
      act="issue-certified-copy"
      resource="certified-copies"
      body={party ? { party } : {}}
      onDone={() => setParty(null)}
    >
      <Select
        label={t("acts.forParty")}
        placeholder={t("acts.anybody")}
        data={agreement.parties.map(({ code, names }) => ({
          value: code,
          label: nameOf(code, names),
        }))}
        value={party}
        onChange={setParty}
        clearable
        clearButtonProps={{ "aria-label": t("acts.anybody") }}
      />
    </ArchiveAct>
  );
}
