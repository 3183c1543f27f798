import { useNotifications } from "@mantine/notifications";
import { lazy, Suspense, useEffect, useState } from "react";

const Shown = lazy(() => import("./notices-shown.tsx"));

/** What is said in passing at the foot of the window; how it is shown is fetched with the first of it. */
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
