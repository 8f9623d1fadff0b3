// Apache ECharts, of which only lines and bars are bundled, in the page's own clothes.
import * as echarts from "echarts/core";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { h } from "./dom.js";

echarts.use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export const COLOURS = {
    ink: "#1f2933", faint: "#7b8794", rule: "#e4e7eb", accent: "#0b6b63", pale: "#d8ebe8",
    shortage: "#be3428", spare: "#2662a0",
};

const FONT = getComputedStyle(document.documentElement).getPropertyValue("--font").trim() || "sans-serif";
const charts = new Set();

const axis = {
    axisLine: { lineStyle: { color: COLOURS.faint } },
    axisTick: { show: false },
    axisLabel: { color: "#52606d", fontSize: 12 },
    splitLine: { lineStyle: { color: COLOURS.rule } },
};

export const categories = (data, more = {}) => ({ type: "category", data, ...axis, splitLine: { show: false }, ...more });
export const measure = (more = {}) => ({ type: "value", ...axis, axisLine: { show: false }, ...more });

// With a box of its own units the drawing can be scaled to paper.
function scalable(node, chart) {
    node.querySelector("svg")?.setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
}

/** A chart that is drawn anew by draw(option, words for those who do not see it). */
export function createChart(height) {
    const node = h("div", { class: "chart", role: "img", style: `height:${height}px` });
    let chart = null;
    let drawn = 0; // series
    const draw = (option, said) => {
        node.setAttribute("aria-label", said);
        if (chart === null) {
            chart = echarts.init(node, null, { renderer: "svg", width: node.clientWidth || 640, height });
            charts.add({ node, chart, height });
        }
        chart.setOption({
            animation: false,
            textStyle: { fontFamily: FONT, color: COLOURS.ink },
            grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
            ...option,
        }, { notMerge: drawn !== option.series.length }); // making all anew takes several times as long as changing the data
        drawn = option.series.length;
        scalable(node, chart);
    };
    return { node, draw, option: () => chart?.getOption() };
}

// Paper needs none of this: the drawings are scaled to it (style.css).
function fitCharts() {
    for (const { node, chart, height } of charts) {
        chart.resize({ width: node.clientWidth, height });
        scalable(node, chart);
    }
}

let waiting = 0;
addEventListener("resize", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => fitCharts());
});
