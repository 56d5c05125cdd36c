// node judge.mjs MODULES CHROMIUM SITE PAGE...: what axe-core finds, and what went wrong, one JSON object a line.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, executablePath, site, ...pages] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const tell = (what) => console.log(JSON.stringify(what));

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
for (const colorScheme of ["light", "dark"]) {
  for (const width of [380, 1200]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const tab = await context.newPage();
    let page = "";
    tab.on("pageerror", (error) => tell({ page, error: String(error) }));
    tab.on("console", (line) => line.type() === "error" && tell({ page, error: line.text() }));
    tab.on("request", (request) => request.url().startsWith("file:") || tell({ page, error: `asks for ${request.url()}` }));
    for (page of pages) {
      await tab.goto(`file://${site}/${page}`);
      await tab.waitForTimeout(100);
      await tab.evaluate(axe);
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const options = { preload: false, runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } } };
      const found = await tab.evaluate((chosen) => window.axe.run(chosen), options);
      for (const { id, nodes } of found.violations) tell({ page, colorScheme, width, error: id, html: nodes[0].html });
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 1) tell({ page, colorScheme, width, error: `wider than the window by ${wide} px` });
      tell({ page, colorScheme, width, passes: found.passes.length, results: await tab.locator("#results mark").count() });
    }
    await context.close();
  }
}
await browser.close();
