import { ActionIcon, Button, Group, Menu, TextInput } from "@mantine/core";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Filters } from "../../api/agreements.ts";
import { api } from "../../api/client.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";

type Props = { filters: Filters; apply: (filters: Filters) => void };

/** The person's saved filters: apply, save and remove. */
export function SavedFilters({ filters, apply }: Props) {
  const { t } = useTranslation("agreements");
  const [name, setName] = useState("");
  const kept = useQuery({
    queryKey: ["filters"],
    queryFn: async () => (await (await api.filters.$get({})).json()).items,
  });
  const save = useKeep(
    async () => {
      const { goal, ...others } = filters;
      const query = { ...others, ...(goal && { goal: Number(goal) }) };
      const answer = await api.filters[":name"].$put({
        param: { name },
        json: { query: query as never },
      });
      // Read the response to the end, or its request stays open.
      await answer.text();
    },
    { keys: ["filters"], onSuccess: () => setName("") },
  );
  const remove = useKeep(
    async (gone: string) => {
      await api.filters[":name"].$delete({ param: { name: gone } });
    },
    { keys: ["filters"] },
  );
  const empty = Object.values(filters).every((value) => !value);
  return (
    <Menu position="bottom-end" closeOnItemClick={false} width={320}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
          {t("saved.title")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kept.data?.map(({ name: saved, query }) => (
          <Group key={saved} gap={0} wrap="nowrap">
            <Menu.Item flex={1} closeMenuOnClick onClick={() => apply(wordsOf(query))} dir="auto">
              {saved}
            </Menu.Item>
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={() => remove.mutate(saved)}
              aria-label={t("saved.remove", { name: saved })}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {kept.data?.length === 0 && <Menu.Label>{t("saved.none")}</Menu.Label>}
        <Menu.Divider />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate(undefined);
          }}
          style={{ padding: 8 }}
        >
          <TextInput
            label={t("saved.name")}
            description={empty ? t("saved.empty") : undefined}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            onKeyDown={(event) => event.stopPropagation()}
            maxLength={100}
            required
            disabled={empty}
          />
          <ErrorAlert error={save.error ?? remove.error ?? kept.error} />
          <Button type="submit" size="xs" mt="xs" disabled={empty} loading={save.isPending}>
            {t("saved.save")}
          </Button>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The filters as query parameters. */
function wordsOf(query: Record<string, unknown>): Filters {
  return Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)]));
}
