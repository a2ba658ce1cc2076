import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { contactSheets } from './contactSheets.mjs';

// Takes every screen of the gallery in three widths, two themes and two directions, runs axe on each, and lays them out on contact sheets.
const { values } = parseArgs({
  options: {
    scene: { type: 'string', multiple: true },
    width: { type: 'string', multiple: true },
    theme: { type: 'string', multiple: true },
    language: { type: 'string', multiple: true },
    colors: { type: 'string', default: 'none' },
    text: { type: 'string', default: '100' },
  },
});

const ROOT = fileURLToPath(new URL('../apps/web/', import.meta.url));
const OUT = fileURLToPath(new URL('../target/shots/', import.meta.url));
const AXE = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const HEIGHTS = { 360: 740, 768: 1024, 1440: 900 };
/** The moment that every picture is taken at. */
const NOW = new Date('2026-05-07T18:42:00');

const widths = values.width ?? Object.keys(HEIGHTS);
const themes = values.theme ?? ['light', 'dark'];
const languages = values.language ?? ['en', 'ar'];

await build({
  root: ROOT,
  logLevel: 'error',
  base: './',
  build: {
    outDir: `${OUT}gallery`,
    emptyOutDir: true,
    rolldownOptions: { input: `${ROOT}gallery/index.html`, output: { codeSplitting: true } },
  },
});
const server = await preview({
  root: ROOT,
  logLevel: 'error',
  build: { outDir: `${OUT}gallery` },
  preview: { port: 0 },
});
const address = `http://localhost:${server.httpServer.address().port}/gallery/index.html`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });

const faults = [];
const pictures = [];
try {
  const scenes = values.scene ?? (await allScenes());
  for (const width of widths) for (const theme of themes) await take(scenes, Number(width), theme);
  await contactSheets(browser, OUT, pictures);
} finally {
  await browser.close();
  await server.close();
}
console.log(`${pictures.length} pictures in ${OUT}`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);

async function allScenes() {
  const page = await browser.newPage();
  await page.goto(address);
  const names = await page.locator('[data-scenes]').getAttribute('data-scenes');
  await page.close();
  return names.split(' ');
}

async function take(scenes, width, theme) {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHTS[width] },
    colorScheme: theme,
    forcedColors: values.colors,
    reducedMotion: 'reduce',
    hasTouch: width < 720,
    isMobile: width < 720,
    deviceScaleFactor: 1,
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  await page.clock.install({ time: NOW });
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  for (const language of languages)
    for (const scene of scenes) await shoot(page, { scene, width, theme, language });
  await context.close();
}

async function shoot(page, { scene, width, theme, language }) {
  const name = `${scene}-${width}-${theme}-${language}`;
  try {
    await page.goto('about:blank');
    await page.goto(`${address}?scene=${scene}&language=${language}&theme=${theme}`);
    await page.waitForSelector(`[data-ready="${scene}"]`, { timeout: 15_000 });
    if (values.text !== '100')
      await page.evaluate((text) => (document.documentElement.style.fontSize = `${text}%`), values.text);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(450);
  } catch (problem) {
    faults.push(`${name}: ${problem.message.split('\n')[0]}`);
  }
  const path = `${OUT}${name}.png`;
  mkdirSync(OUT, { recursive: true });
  rmSync(path, { force: true });
  await page.screenshot({ path });
  pictures.push({ path, scene, width, theme, language });
  const found = await page.evaluate(faultsIn, { axe: AXE, rules: RULES });
  faults.push(...found.map((fault) => `${name}: ${fault}`));
}

async function faultsIn({ axe, rules }) {
  if (!window.axe) new Function(axe)();
  const { clientWidth, scrollWidth } = document.documentElement;
  const { violations } = await window.axe.run(document, { runOnly: rules });
  return [
    ...(scrollWidth > clientWidth ? [`is ${scrollWidth} wide in a window of ${clientWidth}`] : []),
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`),
  ];
}
