// Pictures of the main states, for eyes: `cargo xtask screenshots` puts them into target/screenshots.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.js';
import { article, entries, filter, frame, open, paste, read, rows, textbox, useServer } from './fixtures.js';
import { serve } from './server.js';
import { UNDATED, dispatch } from './stories.js';

const folder = process.env.SCREENSHOTS || fileURLToPath(new URL('../target/screenshots', import.meta.url));
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

const press = (page, name) => page.getByRole('button', { name }).click();

/** States: the screen, and the way to it from the page as it opens. */
const STATES = [
  ['wide', WIDE, async () => {}],
  ['wide-organization', WIDE, (page) => rows(page).nth(1).getByRole('button').first().click()],
  ['wide-date', WIDE, (page) => entries(page).nth(2).getByRole('button').first().click()],
  ['wide-card', WIDE, (page) => article(page).locator('mark[data-type="ORG"]').nth(2).hover()],
  ['wide-filter', WIDE, (page) => filter(page).fill('centre')],
  ['wide-no-hit', WIDE, (page) => filter(page).fill('zzz')],
  ['wide-textbox', WIDE, async (page) => {
    await press(page, 'New text');
    await textbox(page).waitFor();
  }],
  ['wide-replaced', WIDE, (page) => read(page, UNDATED)],
  ['wide-russian', WIDE, (page) => read(page, 'Министры девяти стран встретились сегодня в Вене. Они договорились создать фонд помощи.')],
  ['wide-progress', WIDE, async (page) => {
    await paste(page, dispatch(250_000));
    await page.getByText(/^Reading… [1-9]\d %$/).waitFor();
  }],
  ['wide-stopped', WIDE, async (page) => {
    await paste(page, dispatch(250_000));
    await press(page, 'Cancel');
  }],
  ['wide-help', WIDE, (page) => press(page, 'Help')],
  ['middle', { width: 900, height: 1000 }, async () => {}],
  ['phone', PHONE, async () => {}],
  ['phone-organizations', PHONE, (page) => press(page, /^Organizations/)],
  ['phone-timeline', PHONE, (page) => press(page, /^Timeline/)],
  ['phone-mark', PHONE, (page) => article(page).locator('mark[data-type="ORG"]').nth(1).click()],
  ['phone-textbox', PHONE, (page) => press(page, 'New text')],
  ['narrow', { width: 320, height: 640 }, async () => {}],
];

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.some((word) => name.includes(word));

mkdirSync(folder, { recursive: true });
const [server, browser] = [await serve(), await launch()];
useServer(server);
try {
  for (const colorScheme of ['light', 'dark']) {
    for (const [name, viewport, reach] of STATES) await picture(`${name}-${colorScheme}`, { viewport, colorScheme }, reach);
  }
  await report();
} finally {
  await browser.close();
  await server.stop();
}

async function picture(name, options, reach) {
  if (!isWanted(name)) return;
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(15_000);
  try {
    const page = await open(context);
    await reach(page);
    await frame(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(name);
  } finally {
    await context.close();
  }
}

/** The page on paper: as a document, and as a picture of its whole length. */
async function report() {
  if (!isWanted('print')) return;
  const context = await browser.newContext({ viewport: { width: 720, height: 1000 }, colorScheme: 'dark' });
  const page = await open(context);
  await page.emulateMedia({ media: 'print' });
  await page.pdf({ path: join(folder, 'print.pdf'), format: 'A4', printBackground: true });
  await page.screenshot({ path: join(folder, 'print.png'), fullPage: true });
  console.log('print');
  await context.close();
}
