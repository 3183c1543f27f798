import { Card, SimpleGrid, Text, Title, UnstyledButton } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "../../api/client.ts";
import { useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";
import { Worded } from "../../words/worded.tsx";
import { ErrorAlert } from "../error-alert.tsx";

type DemoPerson = {
  person: string;
  names: Record<string, string>;
  titles: Record<string, string>;
  role: string;
  party: string | null;
  partyNames: Record<string, string> | null;
};

/** The demo people. Choosing one signs in as them. */
export function DemoPeople({ done }: { done: () => void }) {
  const { t } = useTranslation("sign-in");
  const { party, line } = useFormat();
  const { role } = useNames();
  const people = useQuery({
    queryKey: ["demo", "people"],
    queryFn: async () =>
      ((await (await call("/demo/people", {})).json()) as { people: DemoPerson[] }).people,
  });
  const signIn = useMutation({
    mutationFn: (demo: string) =>
      call("/session", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ demo }),
      }),
    onSuccess: done,
  });
  return (
    <section aria-labelledby="demo">
      <Title order={2} size="h3" id="demo">
        {t("demo")}
      </Title>
      <Text c="dimmed" mb="sm">
        {t("demoWhy")}
      </Text>
      <ErrorAlert error={people.error ?? signIn.error} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {people.data?.map(({ person, names, titles, role: has, party: code, partyNames }) => (
          <UnstyledButton key={person} onClick={() => signIn.mutate(person)}>
            <Card withBorder padding="sm" h="100%">
              <Text fw={600}>
                <Worded of={names} />
              </Text>
              <Text size="sm">{line(role(has), code && party(code, partyNames ?? undefined))}</Text>
              <Text size="xs" c="dimmed">
                <Worded of={titles} />
              </Text>
            </Card>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </section>
  );
}
