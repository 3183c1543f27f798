import { Group, Stack, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useFormat } from "../../words/format.ts";
import classes from "./signing.module.css";

type Props = { number: number; title: string; children: ReactNode };

/** A numbered step of signing. */
export function SigningStep({ number, title, children }: Props) {
  const id = useId();
  const { number: written } = useFormat();
  return (
    <Stack gap="sm" component="section" aria-labelledby={id}>
      <Group gap="sm" wrap="nowrap">
        <span className={classes.number} aria-hidden>
          {written(number)}
        </span>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
      </Group>
      {children}
    </Stack>
  );
}
