import { chromium } from "./engines/chromium.ts";
import { depositary } from "./engines/depositary.ts";
import type { Engine } from "./engines/engine.ts";
import { floor } from "./engines/floor.ts";
import { pdfmake } from "./engines/pdfmake.ts";
import { reactPdf } from "./engines/react-pdf.ts";
import { typst } from "./engines/typst.ts";

/** Ours first, the floor last. */
export const engines: Engine[] = [depositary, typst, pdfmake, reactPdf, chromium, floor];
