import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Party } from "../../api/contract.d.ts";

export type Memberships = Pick<Party, "member" | "unMember" | "unSystem">;

type Props = {
  kind: Party["kind"];
  value: Memberships;
  onChange: (value: Memberships) => void;
};

/** Where a State or an organisation is a member. Without an answer it follows from the kind and the code. */
export function MembershipsFields({ kind, value, onChange }: Props) {
  const { t } = useTranslation("secretariat");
  const answers = (["usual", "yes", "no"] as const).map((answer) => ({
    value: answer,
    label: t(`parties.belongs.${answer}`),
  }));
  return membershipsOf(kind).map((name) => (
    <Select
      key={name}
      label={t(`parties.belongs.${name}`)}
      description={t(`parties.belongs.${name}Hint`)}
      value={value[name] === null ? "usual" : value[name] ? "yes" : "no"}
      onChange={(answer) =>
        onChange({ ...value, [name]: answer === "usual" ? null : answer === "yes" })
      }
      data={answers}
      allowDeselect={false}
    />
  ));
}

/** What can be said about a party of this kind; a body of a State belongs where its State does. */
export function membershipsOf(kind: Party["kind"]): (keyof Memberships)[] {
  if (kind === "state") return ["member", "unMember", "unSystem"];
  return kind === "organization" ? ["member", "unSystem"] : [];
}
