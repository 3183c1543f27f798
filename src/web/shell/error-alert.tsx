import { Alert, List } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Problem, Unreachable } from "../api/problem.ts";
import { Basis } from "./basis.tsx";
import { RequestToQuote } from "./request-to-quote.tsx";

/** Shows an error in the reader's language. Renders nothing if there is none. */
export function ErrorAlert({ error }: { error: unknown }) {
  const { t } = useTranslation("shell");
  if (!error) return null;
  const faults = error instanceof Problem ? (error.body.errors ?? []) : [];
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle />} title={titleOf(error)}>
      {faults.length > 0 && (
        <List size="sm">
          {faults.map(({ detail, pointer, line, column }) => (
            <List.Item key={`${pointer}:${line}:${column}:${detail}`}>
              {line !== undefined ? t("place", { line, column: column ?? 1 }) : pointer} {detail}
            </List.Item>
          ))}
        </List>
      )}
      {error instanceof Problem && error.body.basis && <Basis of={error.body.basis} />}
      <RequestToQuote error={error} />
    </Alert>
  );
  function titleOf(error: unknown): string {
    if (error instanceof Unreachable) return t("unreachable");
    if (error instanceof Problem && error.code === "stale-version") return t("stale");
    if (error instanceof Problem && error.message) return error.message;
    if (isOfPasskeys(error)) return t(window.PublicKeyCredential ? "passkeyLeft" : "passkeyNever");
    return t("fault.unknown");
  }
}

/** Whether the browser threw this because a passkey was not used or cannot be used (WebAuthn section 5.1.4). */
function isOfPasskeys(error: unknown): boolean {
  const names = ["NotAllowedError", "AbortError", "SecurityError", "InvalidStateError"];
  return error instanceof Error && (names.includes(error.name) || /WebAuthn/.test(error.message));
}
