/** Ink and starlight by night, ultramarine on paper by day, as in the panel. */
export const overlayCss = `
:host {
  --card: #fffefb; --sunken: #ebe8e0; --line: #dcd8cd; --line-strong: #8d8878; --text: #1d2230; --soft: #5b6070;
  --accent: #2945b5; --accent-hover: #1f3799; --on-accent: #ffffff; --error: #a8281c; --success: #1f6a43;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) {
  :host {
    --card: #181c27; --sunken: #0b0d13; --line: #2a3040; --line-strong: #6b7489; --text: #eceef4; --soft: #a3abbd;
    --accent: #f6bd41; --accent-hover: #ffce62; --on-accent: #1c1403; --error: #ff9d8f; --success: #7fd6a4;
    color-scheme: dark;
  }
}
*, *::before, *::after { box-sizing: border-box; }

.stage { position: fixed; overflow: hidden; pointer-events: auto; container-type: size; }
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
/* The original is on the left in every language, as the line and the pointer are. */
.compare { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: ew-resize; direction: ltr; }
.stage:has(.compare:focus-visible) .handle { outline: 3px solid var(--accent); }
.stage:has(.compare:focus-visible) .line { background: var(--accent); }
.reopen {
  position: absolute; top: 8px; inset-inline-end: 8px; display: grid; place-items: center; width: 34px; height: 34px; padding: 0; border: 0; border-radius: 50%;
  background: var(--card); box-shadow: 0 1px 6px rgb(0 0 0 / 40%); opacity: 0.6; pointer-events: auto; cursor: pointer; transition: opacity 0.15s;
}
.reopen:hover, .reopen:focus-visible { opacity: 1; }
@container (max-width: 120px) or (max-height: 80px) {
  .handle { width: 18px; height: 18px; }
  .reopen { top: 0; inset-inline-end: 0; width: 24px; height: 24px; }
}

.card {
  position: fixed; pointer-events: auto; border: 1px solid var(--line); border-radius: 14px; background: var(--card); color: var(--text);
  box-shadow: 0 2px 6px rgb(0 0 0 / 18%), 0 12px 40px rgb(0 0 0 / 28%);
  font: 13px/1.4 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif; font-variant-numeric: tabular-nums;
  overflow-wrap: break-word;
}
.controls {
  --width: min(560px, 100vw - 16px);
  left: clamp(8px, var(--middle, 50vw) - var(--width) / 2, 100vw - var(--width) - 8px);
  top: var(--top, 50vh); width: var(--width); max-height: calc(100vh - 16px);
  display: flex; flex-direction: column; gap: 10px; padding: 12px; overflow: hidden auto; animation: rise 0.2s;
}
.controls:focus-visible { outline: none; }
.controls.gone { left: calc(50vw - var(--width) / 2); top: auto; bottom: 16px; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
.ends { display: flex; flex-wrap: wrap; gap: 8px; margin-inline-start: auto; }
.strength { flex: 1 1 150px; display: flex; align-items: center; gap: 8px; min-width: 0; }
.strength input { flex: 1; min-width: 40px; }
.strength output { min-width: 42px; text-align: end; }
.icon { width: 18px; height: 18px; flex: none; fill: none; stroke: currentcolor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.brush { width: 22px; height: 22px; flex: none; fill: none; stroke: currentcolor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; color: var(--accent); }

.button, select {
  display: inline-flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 6px; min-height: 34px; max-width: 100%; padding: 0 12px;
  border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--text); font: inherit; font-weight: 550; cursor: pointer;
}
select { flex: 0 1 auto; min-width: 0; max-width: min(170px, 100%); padding-inline: 8px; text-overflow: ellipsis; }
.button small { color: var(--soft); font-size: 12px; font-weight: 400; }
.button:hover:not(:disabled), select:hover { border-color: var(--line-strong); }
.button.primary { border-color: transparent; background: var(--accent); color: var(--on-accent); font-weight: 650; }
.button.primary:hover:not(:disabled) { background: var(--accent-hover); }
.button.quiet { min-height: 28px; padding: 0 8px; border-color: transparent; background: transparent; color: var(--accent); }
.button.quiet:hover { background: var(--sunken); }
.button.icon-only { width: 34px; padding: 0; flex: none; }
.button:disabled { color: var(--soft); background: var(--sunken); border-color: transparent; cursor: default; }
.button[aria-disabled='true'] { cursor: progress; }
.spinner { width: 14px; height: 14px; border: 2px solid currentcolor; border-inline-end-color: transparent; border-radius: 50%; animation: turn 0.8s linear infinite; }
.button:focus-visible, .reopen:focus-visible, select:focus-visible, input:focus-visible, label:has(> .visually-hidden:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
kbd { padding: 1px 4px; border-radius: 4px; background: var(--sunken); color: var(--soft); font: inherit; font-size: 11px; }
.segmented { display: flex; flex: none; max-width: 100%; padding: 3px; border-radius: 8px; background: var(--sunken); }
.segmented label { min-height: 28px; display: grid; place-items: center; padding: 0 10px; border-radius: 6px; color: var(--soft); cursor: pointer; }
.segmented label:has(:checked) { background: var(--card); color: var(--text); box-shadow: 0 1px 2px rgb(0 0 0 / 20%); }

input[type='range'] { appearance: none; height: 24px; margin: 0; background: transparent; cursor: pointer; }
.strength input::-webkit-slider-runnable-track { height: 4px; border-radius: 2px; background: linear-gradient(90deg, var(--accent) var(--fill), var(--line-strong) var(--fill)); }
.strength input:dir(rtl)::-webkit-slider-runnable-track { background: linear-gradient(270deg, var(--accent) var(--fill), var(--line-strong) var(--fill)); }
.strength input::-webkit-slider-thumb { appearance: none; width: 16px; height: 16px; margin-top: -6px; border: 3px solid var(--card); border-radius: 50%; background: var(--accent); box-shadow: 0 0 0 1px var(--line-strong); }
.strength input::-moz-range-track { height: 4px; border-radius: 2px; background: var(--line-strong); }
.strength input::-moz-range-progress { height: 4px; border-radius: 2px; background: var(--accent); }
.strength input::-moz-range-thumb { box-sizing: border-box; width: 16px; height: 16px; border: 3px solid var(--card); border-radius: 50%; background: var(--accent); box-shadow: 0 0 0 1px var(--line-strong); }

p { margin: 0; color: var(--soft); }
p.error, .notice-card.error > span { color: var(--error); }
p.success, .notice-card.success > span { color: var(--success); }
.words > p { flex: 1 1 160px; }
.allow { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; font-size: 12px; }
.allow span { flex: 1 1 160px; }
.allow .button span { flex: none; }
.progress { position: absolute; top: 0; inset-inline: 0; height: 3px; opacity: 0; }
.progress.busy { opacity: 1; }
.progress span { display: block; height: 100%; background: var(--accent); transition: inline-size 0.3s; }
.progress.unknown { background: linear-gradient(90deg, transparent, var(--accent), transparent) 0 0 / 40% 100% no-repeat; animation: sweep 1s linear infinite; }
.notice-card { left: 50vw; bottom: 20px; translate: -50% 0; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; width: max-content; max-width: min(560px, 100vw - 16px); max-height: calc(100vh - 40px); padding: 10px 10px 10px 16px; overflow: auto; animation: rise 0.2s; }
.notice-card > span { flex: 1 1 160px; }
.pick-frame { position: fixed; border: 3px solid var(--accent); border-radius: 4px; background: color-mix(in srgb, var(--accent) 16%, transparent); pointer-events: none; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 240px) {
  .controls { padding: 10px 8px; }
  .controls .brush, kbd { display: none; }
  .button { padding: 4px 8px; gap: 0 6px; }
  .segmented label { padding: 0 6px; }
}
@keyframes appear { from { opacity: 0; } }
@keyframes rise { from { opacity: 0; } }
@keyframes shimmer { from { background-position: 120% 0; } to { background-position: -60% 0; } }
@keyframes sweep { from { background-position: -60% 0; } to { background-position: 160% 0; } }
@keyframes turn { to { rotate: 1turn; } }
/* None at all: an endless animation of no length jumps with every frame. */
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
@media (forced-colors: active) {
  :host {
    --card: Canvas; --sunken: Canvas; --line: GrayText; --line-strong: CanvasText; --text: CanvasText; --soft: CanvasText;
    --accent: Highlight; --accent-hover: Highlight; --on-accent: HighlightText; --error: CanvasText; --success: CanvasText;
  }
  input[type='range'], .button.primary, .segmented label, .line, .handle, .progress, .progress span, .pick-frame { forced-color-adjust: none; }
  .segmented label:has(:checked) { background: Highlight; color: HighlightText; }
}
`;
