// What of ECharts the charts use, and nothing more: src/charts/bridge.rs imports it, scripts/charts.mjs bundles it.
import { BarChart, LineChart, SankeyChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init as begin, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, SankeyChart, ScatterChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer]);

/** ECharts writes 1,000 in every language: along the axes numbers are written as the page's language does. */
function inLanguage({ axisLabel }) {
  const pattern = axisLabel?.formatter;
  if (typeof pattern !== "string" || !pattern.includes("{value}")) return;
  axisLabel.formatter = (value) => pattern.replace("{value}", value.toLocaleString(document.documentElement.lang));
}

/** Lines of words are as far apart as they are high: ECharts guesses it from a letter that many fonts lack. */
const lineHeight = 15;
const label = { lineHeight };
const axis = { axisLabel: label };
const THEME = { categoryAxis: axis, valueAxis: axis, sankey: { label }, scatter: { label }, tooltip: { textStyle: label } };

/** An instance, with functions where serde can carry none. Its element says when the drawing has come to rest (data-at-rest). */
export function init(element, options) {
  const instance = begin(element, THEME, options);
  const { setOption, resize } = instance;
  const moves = () => element.removeAttribute("data-at-rest");
  instance.on("finished", () => element.setAttribute("data-at-rest", ""));
  instance.setOption = (option, isNew) => {
    for (const axis of [option.xAxis ?? [], option.yAxis ?? []].flat()) inLanguage(axis);
    moves();
    setOption.call(instance, option, isNew);
  };
  instance.resize = (size) => {
    moves();
    resize.call(instance, size);
  };
  return instance;
}
