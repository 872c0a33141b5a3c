// The Chromium of the tests: the one that CHROME names (`cargo xtask test` finds or installs it), else an installed one.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** What it is started with. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Its path. */
export const executable = () => process.env.CHROME || INSTALLED.find((path) => existsSync(path));

/** Starts it without a window. */
export const launch = () => chromium.launch({ executablePath: executable(), args: FLAGS });
