import { Notifications } from "@mantine/notifications";

export default function NoticesShown() {
  return <Notifications position="top-center" className="no-print" />;
}
