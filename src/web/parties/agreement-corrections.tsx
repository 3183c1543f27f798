import { useQuery } from "@tanstack/react-query";
import type { Terms } from "#src/text/terms-in-words.ts";
import type { Agreement } from "../api/agreement.ts";
import { address } from "../api/client.ts";
import { correctionsQuery } from "../api/corrections.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { CorrectionList } from "./correction-list.tsx";
import { usePartyName } from "./use-parties.ts";

/** The corrections of a sealed text; nothing before the seal. */
export function AgreementCorrections({ agreement }: { agreement: Agreement }) {
  const { id, publish, terms } = agreement;
  const nameOf = usePartyName();
  const proposed = (publish?.correction ?? "none") !== "none";
  const { data, error } = useQuery({ ...correctionsQuery(id), enabled: proposed });
  if (error) return <ErrorAlert error={error} />;
  return (
    <CorrectionList
      of={data ?? []}
      terms={terms as Terms}
      nameOf={nameOf}
      paperAt={(serial) => address(`/agreements/${id}/papers/${serial}`)}
    />
  );
}
