import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { actOf, useAct } from "../api/act.ts";
import type { Agreement } from "../api/agreement.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { useNames } from "../words/names.ts";
import { ActField } from "./fields/act-field.tsx";
import { Foretold } from "./foretold.tsx";
import type { Act, ActFormSpec, Values } from "./form.ts";
import { FormLinks } from "./form-links.tsx";
import { useKeptValues } from "./kept-values.ts";
import { asked, Needs } from "./needs.tsx";

const OpenDifferences = lazy(() => import("../terms/open-differences.tsx"));

type Props = { agreement: Agreement; form: ActFormSpec; first: Values; close: () => void };

/** What waits says itself what it brings about. */
const answering: Act[] = ["confirm-proposal", "reject-proposal"];

/** The fields of an act, and the button that sends it. Typed values are kept on this device until the act succeeds. */
export function ActForm({ agreement, form, first, close }: Props) {
  const { t } = useTranslation(["agreement", "acts", "shell"]);
  const names = useNames();
  const [values, set, clear] = useKeptValues(`act:${agreement.id}:${form.act}`, first);
  const act = useAct(agreement, form.resource);
  const name = t(`acts:name.${form.act}`);
  const needs = actOf(agreement, form.act)?.needs;
  const send = () =>
    act.mutate(form.body(values, agreement) as never, {
      onSuccess: ({ stage, proposal }) => {
        clear();
        close();
        notifications.show({
          title: t(proposal ? "doneWaiting" : "done", { act: name }),
          message: names.stage(stage),
          closeButtonProps: { "aria-label": t("shell:close") },
        });
      },
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack>
        <Text>{t(`acts:what.${form.act}` as "acts:what.submit")}</Text>
        <FormLinks agreement={agreement} act={form.act} values={values} />
        {form.act === "submit" && (
          <Suspense fallback={null}>
            <OpenDifferences agreement={agreement} />
          </Suspense>
        )}
        {form.fields.map((field) => (
          <ActField
            key={field.name}
            field={asked(field, needs)}
            values={values}
            set={set}
            agreement={agreement}
          />
        ))}
        {!answering.includes(form.act) && (
          <Foretold
            agreement={agreement}
            resource={form.resource}
            body={form.body(values, agreement)}
          />
        )}
        {needs && <Needs needs={needs} />}
        <Text size="sm" c="dimmed">
          {t("onRecord", { reference: agreement.reference })}
        </Text>
        <ErrorAlert error={act.error} />
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {t("shell:cancel")}
          </Button>
          <Button type="submit" loading={act.isPending}>
            {name}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
