import { SegmentedControl, Stack, Text } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { PdfPages } from "../../pdf/pdf-pages.tsx";
import { useFormat } from "../../words/format.ts";
import type { Originals } from "./originals.ts";

type Props = {
  agreement: Agreement;
  party: string;
  originals: Originals;
  /** Rendered at the end of the party's own original. */
  end: ReactNode;
};

/** Shows the file that is signed. With the alternat, the party's own original first. */
export function Shown({ agreement, party, originals: { own, all }, end }: Props) {
  const { t } = useTranslation("signing");
  const { party: nameOf, list } = useFormat();
  const [chosen, choose] = useState(own?.original ?? "common");
  const shown = all.find(({ original }) => original === chosen) ?? own;
  const whose = (code: string) =>
    nameOf(code, agreement.parties.find((one) => one.code === code)?.names);
  if (!shown) return null;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        <IconShieldCheck size={16} aria-hidden style={{ verticalAlign: "text-bottom" }} />{" "}
        {t("intact")}
      </Text>
      {all.length > 1 && (
        <>
          <Text>
            {t(agreement.terms.exchange ? "exchange" : "alternat", {
              count: all.length,
              parties: list(all.map((one) => whose(one.original))),
            })}
          </Text>
          <SegmentedControl
            aria-label={t("whichOriginal")}
            orientation="vertical"
            data={all.map(({ original }) => ({
              value: original,
              label:
                original === party ? t("ownOriginal", { party: whose(original) }) : whose(original),
            }))}
            value={chosen}
            onChange={choose}
          />
        </>
      )}
      <PdfPages
        key={shown.original}
        source={shown.bytes}
        name={`${agreement.reference.replaceAll("/", "-")}.pdf`}
        after={shown === own ? end : null}
      />
    </Stack>
  );
}
