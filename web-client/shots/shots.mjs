import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { contactSheets } from './contactSheets.mjs';

// Takes every screen of the gallery in three widths, two themes and two directions, runs axe on each, and lays them out on contact sheets.
// --scene, --width, --theme and --language choose some; --colors active and --text 200 show forced colours and large text; --docs takes
// the ones in the documents.
const { values } = parseArgs({
  options: {
    scene: { type: 'string', multiple: true },
    width: { type: 'string', multiple: true },
    theme: { type: 'string', multiple: true },
    language: { type: 'string', multiple: true },
    colors: { type: 'string', default: 'none' },
    text: { type: 'string', default: '100' },
    docs: { type: 'boolean', default: false },
  },
});

const ROOT = fileURLToPath(new URL('../apps/web/', import.meta.url));
const OUT = fileURLToPath(new URL('../target/shots/', import.meta.url));
const AXE = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const DOCS = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const DOCUMENTED = [
  { scene: 'conversation', width: 1440, theme: 'light', language: 'en' },
  { scene: 'conversation-reactions', width: 1440, theme: 'dark', language: 'en' },
  { scene: 'conversation', width: 360, theme: 'light', language: 'en' },
  { scene: 'conversation', width: 768, theme: 'light', language: 'ar' },
];
const HEIGHTS = { 360: 740, 768: 1024, 1440: 900 };
const EMOJI =
  '@font-face { font-family: "Emoji in Colour"; src: url("../emoji.woff2"); unicode-range: U+200D, U+20E3, U+2600-27BF, U+FE0F, U+1F000-1FAFF }';
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
// Emoji in colour, whatever fonts this system has.
cpSync(
  new URL(
    'node_modules/@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2',
    import.meta.url,
  ),
  `${OUT}gallery/emoji.woff2`,
);
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
  if (values.docs) await takeForDocs();
  else {
    for (const width of widths)
      await Promise.all(themes.map((theme) => take({ scenes, width: Number(width), theme, languages })));
    await contactSheets(browser, OUT, pictures);
  }
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

/** The few that the documents show. */
async function takeForDocs() {
  for (const { scene, ...look } of DOCUMENTED)
    await take({ scenes: [scene], languages: [look.language], ...look });
  for (const { path, scene, width, theme, language } of pictures)
    cpSync(path, `${DOCS}${scene}-${width}-${theme}-${language}.png`);
}

async function take({ scenes, width, theme, languages }) {
  for (const language of languages)
    for (const scene of scenes) await shoot({ scene, width, theme, language });
}

/** Each in a browser of its own, on which nothing is kept of the one before. */
async function freshPage({ width, theme }) {
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
  return page;
}

async function shoot({ scene, width, theme, language }) {
  const page = await freshPage({ width, theme });
  const name = `${scene}-${width}-${theme}-${language}`;
  try {
    await page.goto(`${address}?scene=${scene}&language=${language}&theme=${theme}`);
    await page.waitForSelector(`[data-ready="${scene}"]`, { timeout: 15_000 });
    if (values.text !== '100')
      await page.evaluate((text) => (document.documentElement.style.fontSize = `${text}%`), values.text);
    await page.addStyleTag({ content: EMOJI });
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(300);
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
  await page.context().close();
}

async function faultsIn({ axe, rules }) {
  if (!window.axe) new Function(axe)();
  const { clientWidth, scrollWidth } = document.documentElement;
  const { violations } = await window.axe.run(document, { runOnly: rules });
  // Words of a message and its time, one over the other.
  const meets = (one, other) =>
    one.left < other.right - 1 &&
    other.left < one.right - 1 &&
    one.top < other.bottom - 3 &&
    other.top < one.bottom - 3;
  const overprinted = [...document.querySelectorAll('[role="listitem"] time')].filter((time) => {
    const meta = time.parentElement;
    const walker = document.createTreeWalker(meta.parentElement, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const { currentNode } = walker;
      if (meta.contains(currentNode) || !meta.previousElementSibling.contains(currentNode)) continue;
      range.selectNodeContents(currentNode);
      if ([...range.getClientRects()].some((words) => meets(words, meta.getBoundingClientRect())))
        return true;
    }
    return false;
  });
  return [
    ...overprinted.map(
      (time) => `the time is over the words: ${time.parentElement.parentElement.textContent}`,
    ),
    ...(scrollWidth > clientWidth ? [`is ${scrollWidth} wide in a window of ${clientWidth}`] : []),
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`),
  ];
}
