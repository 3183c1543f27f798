import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Act, formOf } from "../../acts/form-of.ts";
import type { Agreement } from "../../api/agreement.ts";
import { Basis } from "../../shell/basis.tsx";

type Props = { acts: Agreement["acts"]; open: (act: Act) => void };

/** The acts that are not possible yet, each with what must happen first. */
export function BlockedActs({ acts, open }: Props) {
  const { t } = useTranslation(["agreement", "acts"]);
  if (acts.length === 0) return null;
  return (
    <section aria-labelledby="blocked">
      <Title order={3} size="h6" mt="lg" mb="xs" id="blocked">
        {t("notYet")}
      </Title>
      <Stack gap="sm" component="dl" m={0}>
        {acts.map(({ act, blockedBy }) => (
          <div key={act}>
            <Text component="dt" size="sm" fw={600}>
              {t(`acts:name.${act}`)}
              {canDepend(act, blockedBy) && (
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  ms="sm"
                  aria-label={t("openForm", { act: t(`acts:name.${act}`) })}
                  onClick={() => open(act)}
                >
                  {t("openFormShort")}
                </Anchor>
              )}
            </Text>
            {blockedBy.map(({ guard, detail, basis }) => (
              <Text component="dd" size="sm" c="dimmed" m={0} key={guard}>
                {detail}
                <Basis of={basis} />
              </Text>
            ))}
          </div>
        ))}
      </Stack>
    </section>
  );
}

/** Whether other values in the form could make the act possible. Not if the instrument does not provide for it. */
function canDepend(act: Act, blockedBy: Props["acts"][number]["blockedBy"]): boolean {
  const unforeseen = blockedBy.some(({ guard }) => guard.endsWith("-is-foreseen"));
  return formOf(act)?.depends === true && !unforeseen;
}
