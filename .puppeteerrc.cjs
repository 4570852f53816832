// The browser is found or installed by tools/browser/find-chromium.ts, never as a side effect of `npm ci`.
module.exports = { skipDownload: true };
