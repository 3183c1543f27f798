import { Anchor, Radio, Stack, Text } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { address, api } from "../../api/client.ts";
import { useParties } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

export const credentialsQuery = (agreement: string) =>
  queryOptions({
    queryKey: ["credentials", agreement],
    queryFn: async () =>
      (await (await api.credentials.$get({ query: { agreement, limit: "100" } })).json()).items,
  });

/** A choice of one of the documents presented, with what must be checked in it. */
export function CredentialField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { worded, day } = useFormat();
  const { nameOf } = useParties();
  const { data = [] } = useQuery(credentialsQuery(agreement.id));
  const open = data.filter(({ state }) => state === "pending" || state === "verified");
  return (
    <Radio.Group
      label={label}
      description={hint}
      required
      value={text(values, field.name)}
      onChange={(id) =>
        set({ [field.name]: id, party: open.find((one) => one.id === id)?.party ?? "" })
      }
    >
      <Stack mt="xs" gap="sm">
        {open.length === 0 && <Text size="sm">{t("noCredentials")}</Text>}
        {open.map((one) => (
          <div key={one.id}>
            <Radio
              value={one.id}
              label={t("credential", {
                party: nameOf(one.party),
                person: worded(one.person.names),
                kind: t(`choice.${one.kind}`),
                state: t(`credentialState.${one.state}`),
              })}
              description={t("credentialDates", {
                issued: day(one.issuedOn),
                until: one.validUntil ? day(one.validUntil) : t("noEnd"),
              })}
            />
            {one.holder && (
              <Text size="sm" ms={32}>
                {t("certificateHolder")} <bdi>{one.holder}</bdi>
              </Text>
            )}
            {one.restrictions && (
              <Text size="sm" ms={32} dir="auto">
                {one.restrictions}
              </Text>
            )}
            {one.file && (
              <Anchor
                ms={32}
                size="sm"
                href={address(`/agreements/${agreement.id}/files/${one.file}`)}
                target="_blank"
              >
                {t("openScan")}
              </Anchor>
            )}
          </div>
        ))}
      </Stack>
    </Radio.Group>
  );
}
