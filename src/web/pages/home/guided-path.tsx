import {
  ActionIcon,
  Anchor,
  Card,
  Group,
  List,
  Progress,
  Text,
  ThemeIcon,
  Title,
} from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconCircle, IconCircleCheckFilled, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { serviceQuery } from "../../api/service.ts";
import type { Session } from "../../api/session.ts";
import { pathOf } from "./paths.ts";
import { useStops } from "./use-stops.ts";

/** A guided path for newcomers: a few steps that show a role's work. */
export function GuidedPath({ session }: { session: Session }) {
  const { t } = useTranslation("home");
  const demonstration = useQuery(serviceQuery).data?.demonstration ?? false;
  const path = pathOf(session);
  const [gone, setGone] = useLocalStorage({
    key: `path-closed:${session.person}`,
    defaultValue: false,
  });
  const [seen, setSeen] = useLocalStorage<string[]>({
    key: `path:${session.person}`,
    defaultValue: [],
  });
  const stops = useStops(path, demonstration && !gone);
  if (!demonstration || gone || !path || !stops) return null;
  const done = stops.filter(({ name }) => seen.includes(name)).length;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="path">
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Title order={2} size="h4" id="path">
            {t(`path.${path.role}.title` as "path.legal-officer.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("path.why")}
          </Text>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={() => setGone(true)}
          aria-label={t("path.close")}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Progress
        value={(100 * done) / stops.length}
        my="sm"
        size="sm"
        aria-label={t("path.progress")}
      />
      <List spacing={6} center>
        {stops.map(({ name, to, params }) => (
          <List.Item key={name} icon={<Mark done={seen.includes(name)} />}>
            <Anchor
              renderRoot={(props) => <Link to={to} params={params as never} {...props} />}
              onClick={() => setSeen((all) => [...new Set([...all, name])])}
            >
              {t(`path.${path.role}.${name}` as "path.legal-officer.title")}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Card>
  );
}

function Mark({ done }: { done: boolean }) {
  return (
    <ThemeIcon variant="transparent" color={done ? "teal" : "gray"} size="sm">
      {done ? (
        <IconCircleCheckFilled size={18} aria-hidden />
      ) : (
        <IconCircle size={18} aria-hidden />
      )}
    </ThemeIcon>
  );
}
