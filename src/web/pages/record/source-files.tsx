import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { saveFile } from "../../shell/save-file.ts";
import { sourceQuery } from "./queries.ts";

/** The source files from which the PDF was typeset. */
export function SourceFiles({ id }: { id: string }) {
  const { t } = useTranslation("record");
  const { data } = useQuery(sourceQuery(id));
  if (!data) return null;
  return (
    <div>
      <Text fw={600} size="sm">
        {t("custody.source")}
      </Text>
      <Text size="sm" c="dimmed">
        {t("custody.sourceText")}
      </Text>
      <Group gap="xs" mt={4}>
        {Object.entries(data).map(([name, content]) => (
          <Button
            key={name}
            size="compact-sm"
            variant="default"
            onClick={() => saveFile(content, { name, type: "text/plain" })}
          >
            {name}
          </Button>
        ))}
      </Group>
    </div>
  );
}
