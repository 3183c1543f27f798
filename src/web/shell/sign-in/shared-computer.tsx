import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isShared, setShared } from "../typed-store.ts";

/** A checkbox that marks this computer as shared. Stored on this device, for everyone who uses it. */
export function SharedComputer() {
  const { t } = useTranslation("sign-in");
  const [is, setIs] = useState(isShared);
  return (
    <Checkbox
      label={t("shared")}
      description={t("sharedWhy")}
      checked={is}
      onChange={({ currentTarget: { checked } }) => {
        setShared(checked);
        setIs(checked);
      }}
    />
  );
}
