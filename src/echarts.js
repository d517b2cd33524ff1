// What of ECharts the charts use, and nothing more: src/charts/bridge.rs imports it, scripts/charts.mjs bundles it.
import { BarChart, LineChart, SankeyChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, SankeyChart, ScatterChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer]);

export { init };
