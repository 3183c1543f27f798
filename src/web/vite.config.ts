import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = import.meta.dirname;

export default defineConfig({
  root: here,
  plugins: [react()],
  build: {
    outDir: join(here, "../../dist/web"),
    emptyOutDir: true,
    target: "es2023",
    // The colours of light and dark are chosen by the browser, whose own `light-dark()` is used.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // Styles and pictures stay files: the policy lets none stand in the page.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
  server: { proxy: { "/api": "http://127.0.0.1:3000" } },
});
