import { List } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../api/agreement.ts";
import { useNames } from "../words/names.ts";
import type { Field } from "./form.ts";

type Safeguards = Agreement["acts"][number]["needs"];

/** What the act needs besides its fields: a fresh verification, and the second person who must confirm it. */
export function Needs({ needs: { fresh, second } }: { needs: Safeguards }) {
  const { t } = useTranslation("agreement");
  const { role } = useNames();
  const roles = (second?.of ?? []).map(role).join(" / ");
  const how = second?.how === "own-record" ? "together" : "second";
  const lines = [
    fresh && t("needs.fresh"),
    second?.when === "always" && t(`needs.${how}`, { roles }),
    second?.when === "dates-back" && t("needs.secondIfEarlier", { roles }),
    second?.when === "other-dates" && t("needs.secondIfOtherwise", { roles }),
  ].filter((line) => typeof line === "string");
  if (lines.length === 0) return null;
  return (
    <List size="sm" c="dimmed">
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  );
}

/** The field as this act needs it: a document or reason that the act requires is not optional. */
export function asked(field: Field, needs: Safeguards | undefined): Field {
  const always =
    (field.name === "file" && needs?.document === "always") ||
    (field.name === "whyNow" && needs?.second?.when === "always");
  const { optional: _, ...rest } = field;
  return always ? rest : field;
}
