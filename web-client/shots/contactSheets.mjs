import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const ROWS = 6;

/** Lays out the pictures of a width, a row each scene, a column each theme and language. */
export async function contactSheets(browser, out, pictures) {
  mkdirSync(`${out}sheets`, { recursive: true });
  const page = await browser.newPage();
  for (const width of new Set(pictures.map((each) => each.width))) {
    const ofWidth = pictures.filter((each) => each.width === width);
    const scenes = [...new Set(ofWidth.map((each) => each.scene))];
    for (let first = 0; first < scenes.length; first += ROWS) {
      const order = (each) => `${each.language === 'ar'} ${each.theme === 'dark'} ${each.language}`;
      const rows = scenes
        .slice(first, first + ROWS)
        .map((scene) =>
          ofWidth.filter((each) => each.scene === scene).sort((a, b) => (order(a) < order(b) ? -1 : 1)),
        );
      const shown = width > 1000 ? 480 : width > 500 ? 300 : 240;
      await page.setViewportSize({ width: shown * rows[0].length + 60, height: 200 });
      await page.goto(pathToFileURL(out).href);
      await page.setContent(sheet(rows, shown));
      await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
      await page.screenshot({ path: `${out}sheets/${width}-${first / ROWS + 1}.png`, fullPage: true });
    }
  }
  await page.close();
}

function sheet(rows, shown) {
  const cell = ({ path, scene, theme, language }) =>
    `<figure><img width="${shown}" src="${pathToFileURL(path).href}"><figcaption>${scene} ${theme} ${language}</figcaption></figure>`;
  return `<style>body{margin:10px;background:#888;font:11px sans-serif}div{display:flex;gap:10px;margin-bottom:10px}figure{margin:0}</style>
    ${rows.map((row) => `<div>${row.map(cell).join('')}</div>`).join('')}`;
}
