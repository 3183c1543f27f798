import { Button, Container, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Problem, Unreachable } from "../api/problem.ts";
import { NotFound } from "./not-found.tsx";
import { useTitle } from "./page.tsx";
import { RequestToQuote } from "./request-to-quote.tsx";

/** Error boundary of a page: says why it could not be shown, or that it does not exist. */
export function Fault({ error, reset }: Failed) {
  if (error instanceof Problem && error.status === 404) return <NotFound />;
  return <Broken error={error} reset={reset} />;
}

type Failed = { error: unknown; reset?: () => void };

function Broken({ error, reset }: Failed) {
  const { t } = useTranslation("shell");
  useTitle(t("fault.title"));
  return (
    <Container size="sm" py="xl" role="alert">
      <Title order={1} size="h2">
        {t("fault.title")}
      </Title>
      <Text my="md">{sayWhy(error) ?? t("fault.unknown")}</Text>
      <RequestToQuote error={error} />
      <Button
        mt="md"
        onClick={() => {
          reset?.();
          location.reload();
        }}
      >
        {t("again")}
      </Button>
    </Container>
  );
  function sayWhy(error: unknown): string | null {
    if (error instanceof Unreachable) return t("unreachable");
    return error instanceof Problem && error.message ? error.message : null;
  }
}
