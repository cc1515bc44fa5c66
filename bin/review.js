#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const launcher = `${__dirname}/../dist/cli/launch.cjs`;

if (existsSync(launcher)) require(launcher);
else {
  console.error('review: not built yet; run `npm install` or `npm run build` in its folder');
  process.exitCode = 2;
}
