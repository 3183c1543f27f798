import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../api/agreement.ts";
import type { Proposal } from "../api/contract.d.ts";
import { recordPeopleQuery } from "../api/evidence.ts";
import { useFormat } from "../words/format.ts";
import { useConsequenceLines } from "./consequence-lines.ts";

type Props = { agreement: Agreement; proposal: Proposal };

/** Who recorded a proposal and why, and its legal consequences: what changes, for which party, from which day. */
export function ProposalConsequence({ agreement, proposal }: Props) {
  const { t } = useTranslation("agreement");
  const { time, worded } = useFormat();
  const linesOf = useConsequenceLines();
  const people = useQuery(recordPeopleQuery(agreement.id)).data ?? [];
  const { given, consequence, at, expiresAt, proposedBy } = proposal;
  const first = people.find(({ id }) => id === proposedBy);
  const person = first ? worded(first.names) : "";
  const lines = [
    t("proposal.by", { person, day: time(at), until: time(expiresAt) }),
    typeof given.reason === "string" && t("proposal.reason", { reason: given.reason }),
    ...(consequence ? linesOf(consequence) : []),
    ...(consequence?.refusedBy ?? []).map(({ detail }) => t("proposal.refused", { detail })),
  ];
  return (
    <>
      {lines
        .filter((line) => typeof line === "string" && line !== "")
        .map((line) => (
          <span key={String(line)} style={{ display: "block" }}>
            {line}
          </span>
        ))}
      {typeof given.file === "string" && (
        <Anchor
          size="xs"
          target="_blank"
          href={`/api/v1/agreements/${agreement.id}/files/${given.file}`}
        >
          {t("proposal.document")}
        </Anchor>
      )}
    </>
  );
}
