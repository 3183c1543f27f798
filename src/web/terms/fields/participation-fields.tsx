import { Checkbox, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Terms } from "#src/text/terms-in-words.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CountField } from "./count-field.tsx";
import type { FieldProps } from "./field-props.ts";

type Clause = NonNullable<Terms["participation"]>;
type Signature = NonNullable<Clause["signature"]>;
type Accession = NonNullable<Clause["accession"]>;
type Until = Signature["until"];

const circles = ["negotiating", "members", "vienna-formula", "all-states", "invited"] as const;
const closed: Clause = { signature: null, accession: null };

/** Who may sign after the ceremony, and who may accede; the term on accession follows. */
export function ParticipationFields({ terms, set }: FieldProps) {
  const { t } = useTranslation("terms");
  const clause = terms.participation ?? { ...closed, accession: accessionOf(terms) };
  const change = (next: Partial<Clause>) => {
    const participation = { ...clause, ...next };
    set({ participation, accession: participation.accession !== null });
  };
  const { signature, accession } = clause;
  return (
    <Stack gap="sm">
      <ChoiceField
        label={t("field.signature")}
        value={signature?.to ?? ""}
        options={[["", t("field.endsWithCeremony")], ...circleOptions(t)]}
        onChange={(to) =>
          change({ signature: to ? { until: { months: 12 }, ...signature, to } : null })
        }
      />
      {signature && (
        <SignatureFields signature={signature} change={(next) => change({ signature: next })} />
      )}
      <ChoiceField
        label={t("field.accessionFrom")}
        value={accession?.from ?? ""}
        options={[
          ["", t("field.noAccession")],
          ["opening", t("field.fromOpening")],
          ["closing", t("field.fromClosing")],
          ["entry", t("field.fromEntry")],
        ]}
        onChange={(from) =>
          change({ accession: from ? { to: "all-states", ...accession, from } : null })
        }
      />
      {accession && (
        <AccessionFields accession={accession} change={(next) => change({ accession: next })} />
      )}
    </Stack>
  );
}

/** Without a clause on participation anyone may accede where the text foresees accession. */
function accessionOf({ accession }: Terms): Accession | null {
  return accession ? { to: "all-states", organizations: true, from: "opening" } : null;
}

type Translate = ReturnType<typeof useTranslation<"terms">>["t"];

function circleOptions(t: Translate) {
  return circles.map((circle) => [circle, t(`circle.${circle}`)] as const);
}

type SignatureProps = { signature: Signature; change: (next: Signature) => void };

function SignatureFields({ signature, change }: SignatureProps) {
  const { t } = useTranslation("terms");
  const { until } = signature;
  const kind = typeof until === "string" ? until : "on" in until ? "on" : "months";
  const first: Record<typeof kind, Until> = {
    on: { on: inOneYear() },
    months: { months: 12 },
    entry: "entry",
    unlimited: "unlimited",
  };
  return (
    <>
      <Organizations of={signature} change={(next) => change({ ...signature, ...next })} />
      <ChoiceField
        label={t("field.openUntil")}
        value={kind}
        options={[
          ["months", t("field.forMonths")],
          ["on", t("field.untilDay")],
          ["entry", t("field.untilEntry")],
          ["unlimited", t("field.noEnd")],
        ]}
        onChange={(to) => change({ ...signature, until: first[to] })}
      />
      {typeof until === "object" && "months" in until && (
        <CountField
          label={t("field.forMonths")}
          value={until.months}
          minimum={1}
          maximum={240}
          onChange={(months) => change({ ...signature, until: { months: months ?? 12 } })}
        />
      )}
      {typeof until === "object" && "on" in until && (
        <TextInput
          type="date"
          label={t("field.lastDay")}
          value={until.on}
          onChange={({ currentTarget: { value } }) =>
            value && change({ ...signature, until: { on: value } })
          }
        />
      )}
    </>
  );
}

function inOneYear(): string {
  const now = new Date();
  return `${now.getFullYear() + 1}${now.toISOString().slice(4, 10).replace("02-29", "02-28")}`;
}

type AccessionProps = { accession: Accession; change: (next: Accession) => void };

function AccessionFields({ accession, change }: AccessionProps) {
  const { t } = useTranslation("terms");
  return (
    <>
      <ChoiceField
        label={t("field.openTo")}
        value={accession.to}
        options={circleOptions(t)}
        onChange={(to) => change({ ...accession, to })}
      />
      <Organizations of={accession} change={(next) => change({ ...accession, ...next })} />
    </>
  );
}

type OrganizationsProps = {
  of: { organizations?: boolean | undefined };
  change: (next: { organizations: boolean }) => void;
};

function Organizations({ of, change }: OrganizationsProps) {
  const { t } = useTranslation("terms");
  return (
    <Checkbox
      label={t("field.organizations")}
      checked={of.organizations ?? false}
      onChange={({ currentTarget: { checked } }) => change({ organizations: checked })}
    />
  );
}
