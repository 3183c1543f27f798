import { Text, ThemeIcon } from "@mantine/core";
import { IconFileCertificate } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./drop-place.module.css";

/** Takes a PDF by drop, by click or from the keyboard. */
export function DropPlace({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation("verify");
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) onFile(file);
  };
  return (
    <label
      className={classes.place}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        className={classes.input}
        type="file"
        accept="application/pdf,.pdf"
        aria-describedby="verify-limit"
        onChange={(event) => {
          take(event.currentTarget.files);
          // Allows choosing the same file again.
          event.currentTarget.value = "";
        }}
      />
      <ThemeIcon variant="light" size={56} radius="xl" mb="xs">
        <IconFileCertificate size={30} aria-hidden />
      </ThemeIcon>
      <Text fw={600} size="lg" td="underline">
        {t("choose")}
      </Text>
      <Text size="sm">{t("drop")}</Text>
      <Text size="sm" c="dimmed" id="verify-limit">
        {t("limit")}
      </Text>
    </label>
  );
}
