import { Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, lazy, type ReactNode, Suspense, useContext, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem.ts";
import { Waiting } from "./waiting.tsx";

const ConfirmForm = lazy(() => import("./confirm-form.tsx"));

const Confirm = createContext<() => Promise<void>>(() => Promise.reject(new Error("No shell.")));

/** Asks the person to show that it is they: resolves when they have, rejects when they leave it. */
export function useConfirmIdentity(): () => Promise<void> {
  return useContext(Confirm);
}

type Asked = { resolve: () => void; reject: (why: unknown) => void };

/** Offers `useConfirmIdentity` to the pages in it: by passkey, or by a code where there is none. */
export function ConfirmIdentity({ children }: { children: ReactNode }) {
  const { t } = useTranslation("shell");
  const asked = useRef<Asked | null>(null);
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const ask = useRef(
    () =>
      new Promise<void>((resolve, reject) => {
        asked.current = { resolve, reject };
        setOpen(true);
      }),
  );
  const end = (why?: unknown) => {
    setOpen(false);
    if (why) asked.current?.reject(why);
    else asked.current?.resolve();
    queries.invalidateQueries({ queryKey: ["session"] });
  };
  return (
    <Confirm.Provider value={ask.current}>
      {children}
      <Modal
        opened={open}
        onClose={() =>
          end(new Problem(401, { title: "step-up-required", detail: t("confirm.left") }))
        }
        title={t("confirm.title")}
        closeButtonProps={{ "aria-label": t("close") }}
        centered
      >
        {open && (
          <Suspense fallback={<Waiting />}>
            <ConfirmForm done={() => end()} />
          </Suspense>
        )}
      </Modal>
    </Confirm.Provider>
  );
}
