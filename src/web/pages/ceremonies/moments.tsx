import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { Ceremony, RunSheetItem } from "../../api/contract.d.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useMoment } from "./use-ceremony-change.ts";

type Props = { ceremony: Ceremony; items: RunSheetItem[] };

/** Opens or closes a ceremony, after showing the consequences and what is still missing. */
export function Moments({ ceremony, items }: Props) {
  const { t } = useTranslation(["ceremonies", "shell"]);
  const [asked, { open, close }] = useDisclosure();
  const name = ceremony.state === "planned" ? "opening" : "closing";
  const hold = useMoment(ceremony, name);
  if (ceremony.state === "closed") return null;
  const missing = items.filter((item) =>
    name === "opening" ? item.missing.length > 0 : item.seats.some(({ signed }) => !signed),
  );
  return (
    <>
      <Button onClick={open} disabled={items.length === 0}>
        {t(`${name}.do`)}
      </Button>
      <Modal
        opened={asked}
        onClose={close}
        title={t(`${name}.do`)}
        closeButtonProps={{ "aria-label": t("shell:close") }}
      >
        <Stack>
          <Text>{t(`${name}.what`)}</Text>
          {missing.length > 0 && (
            <div>
              <Text size="sm">{t(`${name}.missing`)}</Text>
              <List size="sm">
                {missing.map(({ agreement, reference }) => (
                  <List.Item key={agreement}>
                    <bdi>{reference}</bdi>
                  </List.Item>
                ))}
              </List>
            </div>
          )}
          <ErrorAlert error={hold.error} />
          <Group justify="end">
            <Button variant="default" onClick={close}>
              {t("shell:cancel")}
            </Button>
            <Button
              loading={hold.isPending}
              onClick={() => hold.mutate(undefined, { onSuccess: close })}
            >
              {t(`${name}.do`)}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
