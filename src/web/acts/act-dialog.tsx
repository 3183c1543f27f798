import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../api/agreement.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { Loading } from "../shell/loading.tsx";
import { ActForm } from "./act-form.tsx";
import { type Act, formOf } from "./form-of.ts";
import { partyForm } from "./of-party.ts";

type Props = {
  agreement: Agreement;
  act: Act;
  /** The party that a representative acts for; the office names it in the form. */
  party?: string;
  close: () => void;
};

/** The form of an act in a dialog: what the act means, what it asks for, and that it goes on record. */
export default function ActDialog({ agreement, act, party, close }: Props) {
  const { t } = useTranslation(["acts", "shell"]);
  const small = useMediaQuery("(max-width: 36em)");
  const form = party ? partyForm(act, party) : formOf(act);
  const first = useQuery({
    // Not read again while the form is open, whatever happens to the agreement meanwhile.
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
      <ErrorAlert error={first.error} />
      {first.isPending && <Loading />}
      {form && first.data && (
        <ActForm agreement={agreement} form={form} first={first.data} close={close} />
      )}
    </Modal>
  );
}
