import { Anchor, Badge, Button, Group, List, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { actOf } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import { address } from "../../api/client.ts";
import {
  type UnAction,
  type UnRegistration,
  unRegistrationQuery,
} from "../../api/un-registration.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";
import { UnFields } from "./un-fields.tsx";

/** Registration with the United Nations: the way, what is missing, and the treaty with each later action. */
export function UnitedNations({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("registration");
  const { data, error } = useQuery(unRegistrationQuery(agreement.id));
  if (!agreement.publish) return null;
  if (error) return <ErrorAlert error={error} />;
  if (!data) return null;
  return (
    <section aria-labelledby="united-nations">
      <Title order={2} size="h4" id="united-nations" mb={4}>
        {t("title")}
      </Title>
      <Text mb="sm">{t(`route.${data.route}`)}</Text>
      <Checklist of={data} />
      <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: "none" }}>
        {data.actions.map((one) => (
          <li key={one.action}>
            <OneAction agreement={agreement} one={one} />
          </li>
        ))}
      </Stack>
      {data.actions.some(({ sent }) => sent) && <Package agreement={agreement} />}
    </section>
  );
}

function Checklist({ of: { checklist, actions, basis } }: { of: UnRegistration }) {
  const { t } = useTranslation("registration");
  const lacking = checklist.filter(({ there }) => !there);
  if (actions[0]?.sent) return null;
  return (
    <>
      {basis === "provisional" && <Text mb="xs">{t("provisional")}</Text>}
      <Text size="sm" c="dimmed">
        {t(lacking.length > 0 ? "missing" : "complete")}
      </Text>
      {lacking.length > 0 && (
        <List size="sm" mb="sm">
          {lacking.map(({ item }) => (
            <List.Item key={item}>{t(`item.${item}`)}</List.Item>
          ))}
        </List>
      )}
    </>
  );
}

function OneAction({ agreement, one }: { agreement: Agreement; one: UnAction }) {
  const { t } = useTranslation("registration");
  const { day, line, party, worded } = useFormat();
  const { action, heading, party: of, on, sent, registered, statement } = one;
  const name =
    action === 0
      ? t("treaty")
      : line(of && party(of.code, of.names), worded(heading), on && day(on));
  const state = registered ? "registered" : sent ? "sent" : "open";
  return (
    <>
      <Group gap="xs">
        <Text fw={600}>{name}</Text>
        <Badge variant="light" tt="none" color={registered ? "teal" : sent ? "blue" : "orange"}>
          {t(`state.${state}`)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {line(
          sent && t("sentOn", { day: day(sent.on) }),
          sent && (sent.by ? t("by", { party: party(sent.by) }) : t("byDepositary")),
          registered && t("number", { number: registered.number }),
          registered?.on && t("registeredOn", { day: day(registered.on) }),
          registered?.volume && t("volume", { volume: registered.volume }),
        )}
      </Text>
      <Group gap="md">
        {statement !== null && (
          <Anchor size="sm" href={address(`/agreements/${agreement.id}/papers/${statement}`)}>
            {t(action === 0 ? "certifying" : "certified")}
          </Anchor>
        )}
        {registered?.certificate && (
          <Anchor
            size="sm"
            href={address(`/agreements/${agreement.id}/files/${registered.certificate}`)}
          >
            {t("certificate")}
          </Anchor>
        )}
      </Group>
      {!sent && actOf(agreement, "submit-to-un") && (
        <UnFields agreement={agreement} action={action} act="submit-to-un" label={name} />
      )}
      {sent && !registered && actOf(agreement, "register-with-un") && (
        <UnFields agreement={agreement} action={action} act="register-with-un" label={name} />
      )}
    </>
  );
}

/** What the Secretariat asks for, in one file: statements, sealed PDF, each text for word processing, the parties. */
function Package({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("registration");
  const pack = useMutation({
    mutationFn: async () => {
      const { saveUnPackage } = await import("./un-package.ts");
      await saveUnPackage(agreement);
    },
  });
  return (
    <>
      <Button variant="default" mt="md" loading={pack.isPending} onClick={() => pack.mutate()}>
        {t("package")}
      </Button>
      <ErrorAlert error={pack.error} />
    </>
  );
}
