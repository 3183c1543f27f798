import { Container, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../words/format.ts";
import { Worded } from "../words/worded.tsx";

type Props = {
  /** In the reader's language, or what is kept per language. */
  title: string | Record<string, string>;
  /** What the page is, for the tab, where the title names the thing that it is about. */
  about?: string;
  /** Above the title, in small letters. */
  kicker?: ReactNode;
  /** Beside the title: what can be done here. */
  actions?: ReactNode;
  size?: "sm" | "md" | "lg" | "xl" | "fluid";
  children: ReactNode;
};

/** Names the tab: what is shown, what kind of page it is, then the product. */
export function useTitle(title: string, about?: string): void {
  const { t } = useTranslation("shell");
  useEffect(() => {
    document.title = [title, about, t("name")].filter(Boolean).join(" · ");
  }, [title, about, t]);
}

/** A page: its title in the tab and at the top, then what it shows. */
export function Page({ title, about, kicker, actions, size = "xl", children }: Props) {
  const { worded } = useFormat();
  useTitle(typeof title === "string" ? title : worded(title), about);
  return (
    <Container
      fluid={size === "fluid"}
      size={size === "fluid" ? "xl" : size}
      py="lg"
      px={{ base: "md", sm: "lg" }}
    >
      <Stack gap="lg">
        <Group justify="space-between" align="end" gap="sm">
          <div>
            {kicker && (
              <Text size="sm" c="dimmed" component="div">
                {kicker}
              </Text>
            )}
            <Title order={1} size="h2" dir="auto">
              {typeof title === "string" ? title : <Worded of={title} alone />}
            </Title>
          </div>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
        {children}
      </Stack>
    </Container>
  );
}
