import { useQueryClient } from "@tanstack/react-query";
import { createContext, lazy, type ReactNode, Suspense, useContext, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem.ts";

const ConfirmWindow = lazy(() => import("./confirm-window.tsx"));

const Confirm = createContext<() => Promise<void>>(() => Promise.reject(new Error("No shell.")));

/** Asks the person to confirm who they are. Resolves when they have, rejects when they cancel. */
export function useConfirmIdentity(): () => Promise<void> {
  return useContext(Confirm);
}

type Confirming = { resolve: () => void; reject: (why: unknown) => void };

/** Provides `useConfirmIdentity`. The dialog is loaded when someone is first asked. */
export function ConfirmIdentity({ children }: { children: ReactNode }) {
  const { t } = useTranslation("shell");
  const asked = useRef<Confirming | null>(null);
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const ask = useRef(
    () =>
      new Promise<void>((resolve, reject) => {
        asked.current = { resolve, reject };
        setWanted(true);
        setOpen(true);
      }),
  );
  const end = (why?: unknown) => {
    setOpen(false);
    if (why) asked.current?.reject(why);
    else asked.current?.resolve();
    queries.invalidateQueries({ queryKey: ["session"] });
  };
  const leave = () =>
    end(new Problem(401, { title: "step-up-required", detail: t("confirm.left") }));
  return (
    <Confirm.Provider value={ask.current}>
      {children}
      {wanted && (
        <Suspense fallback={null}>
          <ConfirmWindow open={open} done={() => end()} leave={leave} />
        </Suspense>
      )}
    </Confirm.Provider>
  );
}
