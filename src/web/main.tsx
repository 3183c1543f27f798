import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { startWords } from "./words/words.ts";

// Windows hold the page still by a style of their own, which needs this answer's nonce.
Object.assign(globalThis, { __webpack_nonce__: document.getElementById("nonce")?.nonce });
await startWords();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
