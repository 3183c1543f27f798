import { Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useDesk } from "./desk.tsx";
import { useSaveStatus } from "./use-draft.ts";

const pictures = {
  saved: IconCheck,
  saving: IconLoader,
  kept: IconCloudOff,
  refused: IconCloudOff,
  conflict: IconAlertTriangle,
};

/** The save state: saved, saving, kept on this device, or in conflict. */
export function SaveState() {
  const { t } = useTranslation("drafting");
  const { state, error } = useSaveStatus(useDesk().draft);
  const Picture = pictures[state];
  const bad = state !== "saved" && state !== "saving";
  return (
    <>
      <Text
        size="sm"
        role="status"
        c={bad ? undefined : "dimmed"}
        fw={bad ? 600 : undefined}
        style={{ display: "inline-flex", alignItems: "center", gap: 6 }}
      >
        <Picture size={16} aria-hidden />
        {t(`save.${state}`)}
      </Text>
      <ErrorAlert error={error} />
    </>
  );
}
