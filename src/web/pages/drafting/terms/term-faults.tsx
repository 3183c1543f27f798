import { Alert, Anchor, List } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../../api/problem.ts";
import { useDesk } from "../desk.tsx";
import { termAt } from "./term-at.ts";

/** Whether a version was refused because of its terms. */
export function isOfTerms(error: unknown): error is Problem {
  return error instanceof Problem && faultsOf(error).some(({ pointer }) => isTerm(pointer));
}

/** Why the terms were refused. Each reason leads to its term. */
export function TermFaults({ error, close }: { error: Problem; close: () => void }) {
  const { t } = useTranslation("terms");
  const { showTerms } = useDesk();
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle />} title={t("refused")}>
      <List size="sm">
        {faultsOf(error).map(({ pointer = "", detail }) => (
          <List.Item key={`${pointer}:${detail}`}>
            <Anchor
              component="button"
              type="button"
              ta="start"
              onClick={() => {
                close();
                showTerms(termAt(pointer.split("/")[2] ?? ""));
              }}
            >
              {detail}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

const faultsOf = ({ body }: Problem) => body.errors ?? [];
const isTerm = (pointer: string | undefined) => pointer?.startsWith("/terms/") ?? false;
