import { Container, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../words/format.ts";
import { Worded } from "../words/worded.tsx";

type Props = {
  /** A string in the reader's language, or one string per language. */
  title: string | Record<string, string>;
  /** The kind of page, for the tab's title, when `title` names the thing shown. */
  about?: string;
  /** Small text above the title. */
  kicker?: ReactNode;
  /** Actions beside the title. */
  actions?: ReactNode;
  size?: "sm" | "md" | "lg" | "xl" | "fluid";
  children: ReactNode;
};

/** Sets the tab's title: what is shown, the kind of page, then the product. */
export function useTitle(title: string, about?: string): void {
  const { t } = useTranslation("shell");
  useEffect(() => {
    document.title = [title, about, t("name")].filter(Boolean).join(" · ");
  }, [title, about, t]);
}

/** A page with its title, in the tab and as a heading. */
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
