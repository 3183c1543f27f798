import { Alert, Group, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { useNames } from "../../words/names.ts";
import classes from "./stages.module.css";

const stages = ["draft", "review", "sign", "publish"] as const;
const sides = [
  "signature",
  "legal",
  "dissemination",
  "registration",
  "custody",
  "correction",
] as const;

/** The agreement's stage as one of four steps, and what it means. */
export function Stages({ agreement: { stage, publish } }: { agreement: Agreement }) {
  const { t } = useTranslation("agreement");
  const names = useNames();
  const at = (stages as readonly string[]).indexOf(stage.split(".")[0] ?? "");
  const means = t(`means.${stage}` as "means.publish");
  if (at < 0) {
    return (
      <Alert color="orange" title={names.stage(stage)}>
        {means}
      </Alert>
    );
  }
  return (
    <section aria-label={t("stages")}>
      <ol className={classes.steps}>
        {stages.map((one, index) => (
          <li
            key={one}
            className={classes.step}
            data-state={index < at ? "done" : index === at ? "now" : "later"}
            aria-current={index === at ? "step" : undefined}
          >
            <span className={classes.mark} aria-hidden>
              {index < at ? <IconCheck size={16} /> : index + 1}
            </span>
            <span className={classes.words}>
              <span className={classes.name}>{t(`stage.${one}`)}</span>
              {index === at && index > 0 && index < 3 && (
                <span className={classes.now}>{names.stage(stage)}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <Text mt="sm" c="dimmed" size="sm" aria-live="polite">
        {means}
      </Text>
      {publish && (
        <Group mt="xs" gap="lg" component="dl">
          {sides
            .filter((side) => (publish[side] ?? "none") !== "none" || side === "correction")
            .map((side) => (
              <div key={side}>
                <Text component="dt" size="xs" c="dimmed">
                  {t(`side.${side}`)}
                </Text>
                <Text component="dd" m={0} size="sm" fw={600}>
                  {t(`publish.${publish[side]}` as "publish.inForce")}
                </Text>
              </div>
            ))}
        </Group>
      )}
    </section>
  );
}
