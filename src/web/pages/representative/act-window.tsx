import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ActForm } from "../../acts/act-form.tsx";
import type { Act } from "../../acts/form.ts";
import { partyForm } from "../../acts/of-party.ts";
import type { Agreement } from "../../api/agreement.ts";
import { Sorry } from "../../shell/sorry.tsx";
import { Waiting } from "../../shell/waiting.tsx";

type Given = { agreement: Agreement; party: string; act: Act; close: () => void };

/** An act of one's own party before it is done: what it means, and what it asks. */
export default function ActWindow({ agreement, party, act, close }: Given) {
  const { t } = useTranslation(["acts", "shell"]);
  const small = useMediaQuery("(max-width: 36em)");
  const form = partyForm(act, party);
  const first = useQuery({
    queryKey: ["act-form", agreement.id, act, party],
    gcTime: 0,
    queryFn: async () => (await form?.initial?.(agreement)) ?? {},
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t(`name.${act}`)}
      closeButtonProps={{ "aria-label": t("shell:close") }}
      fullScreen={small ?? false}
      size="lg"
    >
      <Sorry error={first.error} />
      {first.isPending && <Waiting />}
      {form && first.data && (
        <ActForm agreement={agreement} form={form} first={first.data} close={close} />
      )}
    </Modal>
  );
}
