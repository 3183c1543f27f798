import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../api/agreement.ts";
import { Sorry } from "../shell/sorry.tsx";
import { Waiting } from "../shell/waiting.tsx";
import { ActForm } from "./act-form.tsx";
import { type Act, formOf } from "./forms.ts";

type Given = { agreement: Agreement; act: Act; close: () => void };

/** An act before it is done: what it asks, what will happen, and that it is put on record. */
export default function ActDialog({ agreement, act, close }: Given) {
  const { t } = useTranslation(["acts", "shell"]);
  const small = useMediaQuery("(max-width: 36em)");
  const form = formOf(act);
  const first = useQuery({
    // Whatever becomes of the agreement meanwhile, the form stays as it is.
    queryKey: ["act-form", agreement.id, act],
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
