/** Ink and starlight by night, ultramarine on paper by day, as in the panel. */
export const overlayCss = `
:host {
  --card: #fffefb; --sunken: #ebe8e0; --line: #dcd8cd; --text: #1d2230; --soft: #5b6070;
  --accent: #2945b5; --on-accent: #ffffff; --error: #a8281c; --success: #1f6a43;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) {
  :host {
    --card: #181c27; --sunken: #0b0d13; --line: #2a3040; --text: #eceef4; --soft: #a3abbd;
    --accent: #f6bd41; --on-accent: #1c1403; --error: #ff9d8f; --success: #7fd6a4;
    color-scheme: dark;
  }
}
*, *::before, *::after { box-sizing: border-box; }
.stage { position: fixed; overflow: hidden; pointer-events: auto; }
.stage[data-phase='kept'] { pointer-events: none; }
.clipped, .picture { position: absolute; inset: 0; width: 100%; height: 100%; }
.picture { object-fit: var(--fit, fill); object-position: var(--at, 50% 50%); animation: appear 0.25s; }
.waiting::after {
  content: ''; position: absolute; inset: 0;
  background: linear-gradient(100deg, transparent 30%, rgb(255 255 255 / 45%) 50%, transparent 70%) 0 0 / 250% 100%;
  animation: shimmer 1.1s linear infinite;
}
.line { position: absolute; top: 0; bottom: 0; width: 2px; margin-left: -1px; background: #fff; box-shadow: 0 0 4px rgb(0 0 0 / 60%); pointer-events: none; }
.handle {
  position: absolute; top: 50%; left: 50%; display: grid; place-items: center; width: 32px; height: 32px; translate: -50% -50%;
  border-radius: 50%; background: #fff; color: #1d2230; box-shadow: 0 1px 6px rgb(0 0 0 / 45%);
}
.handle svg, .brush { width: 18px; height: 18px; fill: none; stroke: currentcolor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.brush { width: 22px; height: 22px; color: var(--accent); }
.compare { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: ew-resize; }
.stage:has(.compare:focus-visible) .handle { outline: 3px solid var(--accent); }
.reopen {
  position: absolute; top: 8px; right: 8px; display: grid; place-items: center; width: 34px; height: 34px; padding: 0; border: 0; border-radius: 50%;
  background: var(--card); box-shadow: 0 1px 6px rgb(0 0 0 / 40%); opacity: 0.55; pointer-events: auto; cursor: pointer; transition: opacity 0.15s;
}
.reopen:hover, .reopen:focus-visible { opacity: 1; }
.card {
  position: fixed; pointer-events: auto; border: 1px solid var(--line); border-radius: 14px; background: var(--card); color: var(--text);
  box-shadow: 0 2px 6px rgb(0 0 0 / 18%), 0 12px 40px rgb(0 0 0 / 28%);
  font: 13px/1.4 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif;
}
.toolbar {
  --width: min(470px, 100vw - 24px);
  left: clamp(12px, var(--middle, 50vw) - var(--width) / 2, 100vw - var(--width) - 12px);
  top: var(--top, 50vh); width: var(--width);
  display: flex; flex-direction: column; gap: 10px; padding: 12px; overflow: hidden; animation: rise 0.2s;
}
.toolbar.gone { left: calc(50vw - var(--width) / 2); top: auto; bottom: 16px; }
.row { display: flex; align-items: center; gap: 8px; }
.row:nth-of-type(3) > button { flex: 1; }
.strength { flex: 1; display: flex; align-items: center; gap: 8px; min-width: 0; }
.strength input { flex: 1; min-width: 60px; }
.strength output { min-width: 42px; text-align: right; font-variant-numeric: tabular-nums; }
button, select {
  min-height: 32px; padding: 0 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--text);
  font: inherit; font-weight: 550; white-space: nowrap; cursor: pointer;
}
select { max-width: 170px; padding-inline: 8px; }
button:hover:not(:disabled), select:hover { border-color: var(--soft); }
button.primary { border-color: transparent; background: var(--accent); color: var(--on-accent); font-weight: 650; }
button:disabled { color: var(--soft); background: var(--sunken); border-color: transparent; cursor: default; }
button:focus-visible, select:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
kbd { margin-left: 3px; padding: 1px 4px; border-radius: 4px; background: var(--sunken); color: var(--soft); font: inherit; font-size: 11px; }
.strength input { appearance: none; height: 22px; margin: 0; background: transparent; cursor: pointer; }
.strength input::-webkit-slider-runnable-track { height: 4px; border-radius: 2px; background: linear-gradient(90deg, var(--accent) var(--fill), var(--line) var(--fill)); }
.strength input::-webkit-slider-thumb { appearance: none; width: 16px; height: 16px; margin-top: -6px; border: 3px solid var(--card); border-radius: 50%; background: var(--accent); box-shadow: 0 0 0 1px var(--soft); }
.strength input::-moz-range-track { height: 4px; border-radius: 2px; background: var(--line); }
.strength input::-moz-range-progress { height: 4px; border-radius: 2px; background: var(--accent); }
.strength input::-moz-range-thumb { box-sizing: border-box; width: 16px; height: 16px; border: 3px solid var(--card); border-radius: 50%; background: var(--accent); box-shadow: 0 0 0 1px var(--soft); }
p { margin: 0; color: var(--soft); }
p.error, .notice-card.error span { color: var(--error); }
p.success, .notice-card.success span { color: var(--success); }
.allow { display: flex; align-items: center; gap: 10px; font-size: 12px; }
.allow span { flex: 1; }
.progress { position: absolute; top: 0; left: 0; right: 0; height: 3px; opacity: 0; }
.progress.busy { opacity: 1; }
.progress span { display: block; height: 100%; background: var(--accent); transition: width 0.3s; }
.progress.unknown { background: linear-gradient(90deg, transparent, var(--accent), transparent) 0 0 / 40% 100% no-repeat; animation: sweep 1s linear infinite; }
.notice-card { left: 50vw; bottom: 20px; translate: -50% 0; display: flex; align-items: center; gap: 12px; max-width: min(560px, 100vw - 24px); padding: 10px 10px 10px 16px; animation: rise 0.2s; }
.pick-frame { position: fixed; border: 3px solid var(--accent); border-radius: 4px; background: color-mix(in srgb, var(--accent) 16%, transparent); pointer-events: none; }
@keyframes appear { from { opacity: 0; } }
@keyframes rise { from { opacity: 0; } }
@keyframes shimmer { from { background-position: 120% 0; } to { background-position: -60% 0; } }
@keyframes sweep { from { background-position: -60% 0; } to { background-position: 160% 0; } }
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
@media (forced-colors: active) {
  :host { --card: Canvas; --sunken: Canvas; --line: GrayText; --text: CanvasText; --soft: CanvasText; --accent: Highlight; --on-accent: HighlightText; --error: CanvasText; --success: CanvasText; }
  .strength input, .line, .handle, .progress, .progress span, .pick-frame { forced-color-adjust: none; }
}
`;
