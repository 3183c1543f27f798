import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { type Criteria, useCriteria } from "./criteria.ts";

const key = ["filters"];

/** A menu of saved searches: apply, save and remove. */
export function SavedSearches() {
  const { t } = useTranslation("archive");
  const { found, all } = useCriteria();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState("");
  const saved = useQuery({
    queryKey: key,
    queryFn: async () => (await (await api.filters.$get()).json()).items,
  });
  const onSuccess = () => queries.invalidateQueries({ queryKey: key });
  const keep = useMutation({
    mutationFn: () => {
      const { goal, ...rest } = found;
      const query = { ...rest, ...(goal && { goal: Number(goal) }) };
      return api.filters[":name"].$put({ param: { name: name.trim() }, json: { query } as never });
    },
    onSuccess: async () => {
      setName("");
      await onSuccess();
    },
  });
  const remove = useMutation({
    mutationFn: (name: string) => api.filters[":name"].$delete({ param: { name } }),
    onSuccess,
  });
  return (
    <Popover opened={opened} onChange={setOpened} width={300} trapFocus position="bottom-end">
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={18} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t("saved.menu")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("saved.menu")}>
        <Stack gap="xs">
          {saved.data?.length === 0 && (
            <Text size="sm" c="dimmed">
              {t("saved.none")}
            </Text>
          )}
          {saved.data?.map((one) => (
            <Group key={one.name} gap={4} wrap="nowrap" justify="space-between">
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  all(one.query as Criteria);
                  setOpened(false);
                }}
              >
                <bdi>{one.name}</bdi>
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("saved.remove", { name: one.name })}
                onClick={() => remove.mutate(one.name)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              keep.mutate();
            }}
          >
            <TextInput
              label={t("saved.name")}
              value={name}
              dir="auto"
              maxLength={80}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <Button
              type="submit"
              mt="xs"
              fullWidth
              variant="light"
              disabled={!name.trim() || Object.keys(found).length === 0}
              loading={keep.isPending}
            >
              {t("saved.keep")}
            </Button>
          </form>
          <ErrorAlert error={saved.error ?? keep.error ?? remove.error} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
