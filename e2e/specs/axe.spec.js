// axe-core finds nothing in any state of the page, light and dark, wide and on a phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { article, entries, filter, onPage, paste, read, rows, setUp, textbox } from '../fixtures.js';
import { FLOOD_FUND, HARBOUR, UNDATED, dispatch } from '../stories.js';

setUp();

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RUSSIAN = 'Министры девяти стран встретились сегодня в Вене. Они договорились создать общий фонд помощи пострадавшим от наводнений.';
const NOTHING = 'It rained for a while and then it stopped, and nobody said a word about it.';
const HUGE = (16 << 20) + 1;

const button = (page, name) => page.getByRole('button', { name });
const heading = (page, name) => page.getByRole('heading', { name });

/** Brings the page into the state, from a story that has been read. */
const STATES = {
  'a story': async () => {},
  'an organization chosen': (page) => rows(page).first().getByRole('button').first().click(),
  'a date chosen': (page) => entries(page).first().getByRole('button').first().click(),
  'a card open': async (page) => {
    await article(page).locator('mark[data-type="ORG"]').first().hover();
    await article(page).locator('mark[data-type="ORG"]').first().click();
  },
  'a reason unfolded': (page) => entries(page).first().getByText('Why?').first().click(),
  'a filter with hits': (page) => filter(page).fill('bank'),
  'a filter without a hit': async (page) => {
    await filter(page).fill('zzz');
    await page.getByText('No organization has this in its names.').waitFor();
  },
  'all marks off': async (page) => {
    for (const toggle of await page.getByRole('group', { name: 'Marks in the story' }).getByRole('button').all()) await toggle.click();
  },
  'other names unfolded': async (page) => {
    for (const summary of await page.locator('details.names > summary').all()) await summary.click();
  },
  'the textbox open': async (page) => {
    await button(page, 'New text').click();
    await textbox(page).waitFor();
  },
  'the textbox with the story': async (page) => {
    await button(page, 'New text').click();
    await button(page, 'Start from the story shown').click();
  },
  'the help': async (page) => {
    await button(page, 'Help').click();
    await page.getByRole('dialog').waitFor();
  },
  'a story replaced': (page) => read(page, HARBOUR),
  'no publication date': (page) => read(page, UNDATED),
  'nothing found': (page) => read(page, NOTHING),
  'nothing to read': (page) => paste(page, ' \n '),
  'nothing to paste': async (page) => {
    await paste(page, '');
    await page.getByText(/no text to paste/).waitFor();
  },
  'another language': async (page) => {
    await read(page, RUSSIAN);
    await page.getByText('This looks like Russian').first().waitFor();
  },
  'a story too large': async (page) => {
    await paste(page, 'x'.repeat(HUGE));
    await page.getByRole('alert').filter({ hasText: 'longer than' }).waitFor();
  },
  'a long story on its way': async (page) => {
    await paste(page, dispatch(250_000));
    await page.getByRole('progressbar').waitFor();
  },
  'reading stopped': async (page) => {
    await paste(page, dispatch(120_000));
    await button(page, 'Cancel').click();
    await page.getByText('Reading was stopped').first().waitFor();
  },
};

/** Panes of the phone, each of which is a state of its own. */
const SECTIONS = {
  'the story on a phone': async () => {},
  'the organizations on a phone': async (page) => {
    await button(page, /^Organizations/).click();
    await heading(page, /^Organizations/).waitFor();
  },
  'the timeline on a phone': async (page) => {
    await button(page, /^Timeline/).click();
    await heading(page, /^Timeline/).waitFor();
  },
  'the textbox on a phone': (page) => button(page, 'New text').click(),
};

/** Rule, help and place of every violation. */
async function violations(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations: all } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), RULES);
  return all.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}) at ${node.target}\n  ${node.html.slice(0, 200)}\n  ${node.failureSummary}`));
}

const wide = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' };
const phone = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' };

for (const [states, screen] of [[STATES, wide], [SECTIONS, phone]]) {
  for (const [state, reach] of Object.entries(states)) {
    test(`axe: ${state}`, onPage(async (page) => {
      await read(page, FLOOD_FUND);
      await reach(page);
      const found = [];
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violations(page)).map((violation) => `${colorScheme}: ${violation}`));
      }
      assert.deepEqual(found, []);
    }, screen));
  }
}

for (const [media, setting] of [['more contrast', { contrast: 'more' }], ['forced colors', { forcedColors: 'active' }]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe: a choice with ${media}, ${colorScheme}`, onPage(async (page) => {
      await read(page, FLOOD_FUND);
      await rows(page).first().getByRole('button').first().click();
      assert.deepEqual(await violations(page), []);
    }, { ...wide, ...setting, colorScheme }));
  }
}

test('axe: the worker did not start', onPage(async (page, t, context) => {
  await read(page, FLOOD_FUND);
  // A worker that is busy with an outdated story is ended; the one after it does not come.
  await context.route(/worker/, (route) => route.fulfill({ status: 200, contentType: 'text/javascript', body: 'throw new Error("broken")' }));
  await paste(page, dispatch(120_000));
  await button(page, 'Cancel').click();
  await unreadable(page);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page), []);
  }
}, wide));

/** Pastes a story that nobody can read, and waits for the word about it. */
async function unreadable(page) {
  await paste(page, HARBOUR);
  await page.getByRole('alert').filter({ hasText: 'could not be read' }).waitFor();
}
