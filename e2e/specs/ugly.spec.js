// Any text: nothing is lost, nothing breaks, and the reader is told what there is to tell.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, names, onPage, paste, read, setUp, shown, until } from '../fixtures.js';
import { FLOOD_FUND, HARBOUR, dispatch } from '../stories.js';

setUp();

const MEGABYTE = 1 << 20;

/** The beginning of an endless repetition, `size` characters long. */
const repeated = (text, size) => text.repeat(Math.ceil(size / text.length)).slice(0, size);

const TEXTS = {
  'emoji, flags and families': `👩‍👩‍👧‍👦 🇰🇿 met 🙂🙂 the World Bank 🏳️‍🌈 in Geneva on 3 March 2021 👍🏽.\n\n${'🙂'.repeat(500)}`,
  'right-to-left text': 'التقى وزراء في فيينا اليوم. قال البنك الدولي The World Bank إنه سيدفع في 2015.\n\nנפגשו היום בווינה שרים של תשע מדינות.',
  'NUL and control characters': `A\u0000B\u0001C\u0007D\u001bE\u007fF\u0085G the World Bank\u0000 said in 2015.\r\nNext\u000bline\u000cend.`,
  'invisible marks and combining accents': 'The\u200b World\u2060 Bank\ufeff met Me\u0301decins Sans Frontie\u0300res\u202e in 2015\u202c. Z\u0338\u0321\u0322\u0323algo.',
  'markup and scripts': '<script>alert(1)</script><img src=x onerror="alert(2)"> The World Bank &amp; the <b>United Nations</b> {{x}} ${y} met in 2015.',
  'one word': 'x',
  'marks only': '!!! ??? … — “” «» ((( )))',
  'astral letters and noncharacters': '𝕿𝖍𝖊 World Bank \ufffe\uffff \u{10ffff} met in 2015.',
  'a thousand short lines': repeated('The World Bank met in 2015.\n', 28_000),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`nothing is lost: ${name}`, onPage(async (page) => {
    await read(page, text);
    await read(page, HARBOUR);
    assert.deepEqual(await names(page), ['European Commission'], 'the page goes on working');
  }));
}

test('halves of surrogate pairs are shown as U+FFFD, and the reader is told', onPage(async (page) => {
  const text = 'The World Bank \ud83d met \udc00\ud800 in 2015.';
  await paste(page, text);
  await shown(page, text.toWellFormed ? text.toWellFormed() : text.replace(/[\ud800-\udfff]/g, '\ufffd'));
  await page.getByText(/3 broken characters/).waitFor();
}));

test('an empty clipboard says so and changes nothing', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await paste(page, '');
  await page.getByText(/no text to paste/).waitFor();
  await shown(page, FLOOD_FUND);
}));

test('white space alone is no story, and the page says what to do', onPage(async (page) => {
  await read(page, FLOOD_FUND);
  await paste(page, ' \n\t\n ');
  await until(page, async () => (await names(page)).length === 0 || (await page.getByText(/no text|empty|nothing to read/i).count()) > 0, 'the page reacts');
  assert.ok((await page.getByText(/no text|empty|nothing to read|paste/i).count()) > 0);
}));

test('one line of 1 MB', onPage(async (page) => {
  const text = repeated('The World Bank met the United Nations in Geneva on 3 March 2018 and said nothing. ', MEGABYTE);
  await read(page, text, 60_000);
  assert.deepEqual((await names(page)).sort(), ['United Nations', 'World Bank']);
}));

test('one word of 1 MB', onPage(async (page) => {
  await read(page, 'x'.repeat(MEGABYTE), 60_000);
}));

test('10 MB of prose', onPage(async (page) => {
  const story = `${dispatch(20_000)}\n\n`;
  const text = repeated(story, 10 * MEGABYTE);
  await paste(page, text);
  await shown(page, text, 180_000);
  assert.ok((await article(page).locator('mark').count()) > 10_000);
  assert.ok((await names(page)).includes('World Bank'));
}));
