import { Alert, Button, Group, List, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { actOf } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import { Basis } from "../../shell/basis.tsx";
import type signing from "../../words/en/signing.json";
import { useFormat } from "../../words/format.ts";

type Known = keyof (typeof signing)["help"];
const known: readonly string[] = [
  "designated-signatory",
  "party-is-next-to-sign",
  "reply-follows-note",
  "window-is-open",
  "signature-is-cleared",
] satisfies Known[];

/** Why signing is not possible now, and what can be done about it. */
export function Blocked({ agreement, party }: { agreement: Agreement; party: string }) {
  const { t } = useTranslation("signing");
  const { worded } = useFormat();
  const reasons = actOf(agreement, "sign")?.blockedBy ?? [];
  const signatory = agreement.parties.find(({ code }) => code === party)?.signatory;
  const why = stageHelp(agreement.stage);
  const over = reasons.length === 0 && why === "blocked.over";
  const help = reasons.filter(({ guard }) => known.includes(guard));
  return (
    <Stack>
      <Alert color="orange" title={t(over ? "blocked.titleOver" : "blocked.title")}>
        {reasons.length === 0 ? (
          <Text>{t(why)}</Text>
        ) : (
          <List>
            {reasons.map(({ guard, detail, basis }) => (
              <List.Item key={guard}>
                {detail}
                <Basis of={basis} />
              </List.Item>
            ))}
          </List>
        )}
        {help.map(({ guard }) => (
          <Text key={guard} mt="xs">
            {t(`help.${guard as Known}`, {
              signatory: signatory ? worded(signatory.names) : t("nobody"),
            })}
          </Text>
        ))}
      </Alert>
      <Group>
        <Button
          renderRoot={(props) => (
            <Link
              to="/agreements/$id"
              params={{ id: agreement.id }}
              search={over ? {} : { part: "authority" }}
              {...props}
            />
          )}
        >
          {t(over ? "toAgreement" : "toAuthority")}
        </Button>
      </Group>
    </Stack>
  );
}

function stageHelp(stage: string) {
  if (stage.startsWith("draft") || stage.startsWith("review")) return "blocked.early" as const;
  return stage === "sign.authenticated" ? ("blocked.notOpen" as const) : ("blocked.over" as const);
}
