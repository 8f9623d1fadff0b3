// On A4 charts have the width of the type area, whatever the window has.
import { fitCharts } from "./chart.js";

const TYPE_AREA = 660;

export function preparePrinting() {
    addEventListener("beforeprint", () => {
        document.body.classList.add("on-paper");
        fitCharts(TYPE_AREA);
    });
    addEventListener("afterprint", () => {
        document.body.classList.remove("on-paper");
        fitCharts();
    });
}
