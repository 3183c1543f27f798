import { Radio, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import type { Consent, SigningAct } from "./consent.ts";
import { Lodging } from "./lodging.tsx";
import classes from "./signing.module.css";

type Props = { agreement: Agreement; consent: Consent; change: (consent: Consent) => void };

/** The signatory's choices: form of signature, whether it is binding, and a reservation or declaration. */
export function Choices({ agreement, consent, change }: Props) {
  const { t } = useTranslation("signing");
  const { terms } = agreement;
  const [only, ...others] = terms.consent;
  return (
    <Stack gap="md">
      {only && others.length === 0 ? (
        <div>
          <Text fw={600}>{t(`as.${only}`)}</Text>
          <Text size="sm" c="dimmed">
            {t(`means.${only}`)}
          </Text>
        </div>
      ) : (
        <Radio.Group
          label={t("asLabel")}
          value={consent.as}
          onChange={(value) => change({ ...consent, as: value as SigningAct })}
        >
          <Stack gap="xs" mt="xs">
            {terms.consent.map((one) => (
              <div
                key={one}
                className={classes.option}
                data-checked={consent.as === one || undefined}
              >
                <Radio value={one} label={t(`as.${one}`)} description={t(`means.${one}`)} />
              </div>
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Radio.Group
        label={t("binding.label")}
        description={t("binding.why")}
        value={consent.binding ? "yes" : "no"}
        onChange={(value) => change({ ...consent, binding: value === "yes" })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="yes" label={t("binding.yes")} />
          <Radio value="no" label={t("binding.no")} />
        </Stack>
      </Radio.Group>
      <Lodging agreement={agreement} consent={consent} change={change} />
    </Stack>
  );
}
