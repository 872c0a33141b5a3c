// The runner of tests marked `#[wasm_bindgen_test]`: cargo calls it with a compiled test, wasm-bindgen-test-runner
// serves that as a page, and the page is opened in Chromium. No WebDriver is needed.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { launch } from './browser.js';

const runner = spawn(process.env.WASM_BINDGEN_TEST_RUNNER, process.argv.slice(2), {
  env: { ...process.env, NO_HEADLESS: '1', WASM_BINDGEN_TEST_ADDRESS: '127.0.0.1:0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await launch();
try {
  process.exitCode = (await run()) ? 0 : 1;
} finally {
  await browser.close();
  runner.kill();
}

/** Opens the page that the runner serves, prints what it says, and tells whether all is well. */
async function run() {
  const address = await served();
  if (address === null) return true;
  const page = await browser.newPage();
  await page.goto(address);
  const report = await page.waitForFunction(() => {
    const text = document.querySelector('#output')?.textContent ?? '';
    return /test result: .*\n?/.test(text) ? text : null;
  }, null, { timeout: 120_000 });
  const text = await report.jsonValue();
  console.log(text);
  return /test result: ok\./.test(text);
}

/** The address that the runner prints; null if it ends before, because there is nothing to run in a browser. */
async function served() {
  for await (const line of createInterface({ input: runner.stdout })) {
    console.log(line);
    const address = line.match(/http:\/\/[\d.]+:\d+/);
    if (address) return address[0];
  }
  return null;
}
