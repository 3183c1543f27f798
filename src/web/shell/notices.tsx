import { useNotifications } from "@mantine/notifications";
import { lazy, Suspense, useEffect, useState } from "react";

const Shown = lazy(() => import("./notices-shown.tsx"));

/** Notifications at the bottom of the window. Their code is loaded with the first one. */
export function Notices() {
  const { notifications } = useNotifications();
  const some = notifications.length > 0;
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (some) setWanted(true);
  }, [some]);
  return wanted ? (
    <Suspense fallback={null}>
      <Shown />
    </Suspense>
  ) : null;
}
