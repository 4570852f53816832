/**
 * Scripts for Photopea's own interpreter, in ES5. Each is a function body that returns a string:
 * fields joined by "|", a name always last, because it may hold anything. Layers are compared with `==`
 * only: Photopea hands out a new object each time.
 */
const HELPERS = `
  var doc = app.activeDocument;
  function count(layers) { var n = 0; for (var i = 0; i < layers.length; i++) { n++; if (layers[i].layers) n += count(layers[i].layers); } return n; }
  function hide(layers) { for (var i = 0; i < layers.length; i++) { if (layers[i].layers) hide(layers[i].layers); layers[i].visible = false; } }
  function path(layers, layer) {
    for (var i = 0; i < layers.length; i++) {
      if (layers[i] == layer) return String(i);
      var inner = layers[i].layers ? path(layers[i].layers, layer) : "";
      if (inner != "") return i + "/" + inner;
    }
    return "";
  }
  function size() { return Number(doc.width) + "|" + Number(doc.height) + "|"; }
`;

/** Of a layer, as `path` in these scripts writes it. What a page answers is a guest: anything else never enters a script. */
const PATH = /^\d{1,5}(\/\d{1,5}){0,50}$/;

/** → width | height | document name */
export const DOCUMENT_SCRIPT = `${HELPERS} return size() + doc.name;`;

/** Cut, because names go into keys. */
const LONGEST_NAME = 200;

/** Makes the document of that name current, unless it is: others may be in front by the time of an insertion. → "there" or "gone" */
export const chooseDocumentScript = (name: string) => `
  var wanted = ${JSON.stringify(name)}, found = null;
  function isWanted(one) { return String(one.name).slice(0, ${LONGEST_NAME}) == wanted; }
  if (isWanted(app.activeDocument)) return "there";
  for (var i = 0; i < app.documents.length && !found; i++) if (isWanted(app.documents[i])) found = app.documents[i];
  if (found) app.activeDocument = found;
  return found ? "there" : "gone";`;

/** A layer's path in the document of that name; nothing in Photopea has a key of its own. */
export const keyOf = (path: string, documentName: string) => `${path}@${documentName.slice(0, LONGEST_NAME)}`;

export function partsOfKey(key: string): { path: string; documentName: string } {
  const [path = '', ...name] = key.split('@');
  return { path, documentName: name.join('@') };
}

/** → path of the current layer, then a line for every layer, topmost first: path | visible | name */
export const LAYERS_SCRIPT = `${HELPERS}
  var lines = [path(doc.layers, doc.activeLayer)];
  function list(layers, start) {
    for (var i = 0; i < layers.length; i++) {
      lines.push(start + i + "|" + (layers[i].visible ? 1 : 0) + "|" + layers[i].name);
      if (layers[i].layers) list(layers[i].layers, start + i + "/");
    }
  }
  list(doc.layers, "");
  return lines.join("\\n");`;

/**
 * → path | kind ("group", "hidden" or "layer") | selection as left,top,right,bottom or nothing | name. Changes nothing.
 * Photopea throws at the bounds of a selection where nothing is selected: that is an answer, not a fault.
 */
export const CURRENT_LAYER_SCRIPT = `${HELPERS}
  var layer = doc.activeLayer, kind = layer.layers ? "group" : "layer", selection = "";
  for (var at = layer; at && at.typename != "Document"; at = at.parent) if (!at.visible) kind = "hidden";
  try { var b = doc.selection.bounds; selection = [b[0].value, b[1].value, b[2].value, b[3].value].join(","); } catch (e) {}
  return path(doc.layers, layer) + "|" + kind + "|" + selection + "|" + layer.name;`;

/** Sends the current layer alone, of the document's size, its masks and opacity applied; leaves all as it was. */
export const SAVE_LAYER_SCRIPT = `${HELPERS}
  var state = doc.activeHistoryState, layer = doc.activeLayer;
  try {
    hide(doc.layers);
    for (var at = layer; at && at.typename != "Document"; at = at.parent) at.visible = true;
    doc.saveToOE("png");
  } finally { doc.activeHistoryState = state; }
  return "";`;

/**
 * Makes a layer of the top level current, because what is opened above a group's layer goes into the group.
 * `above` is a path: in a group, the top layer nearest to it is taken. → count of layers | width | height |
 */
export const chooseLayerScript = (above: string | null) => `${HELPERS}
  var wanted = ${above === null || !PATH.test(above) ? 'path(doc.layers, doc.activeLayer)' : JSON.stringify(above)};
  var start = parseInt(wanted, 10) || 0, chosen = null;
  for (var i = Math.min(start, doc.layers.length - 1); i >= 0 && !chosen; i--) if (!doc.layers[i].layers) chosen = doc.layers[i];
  for (var j = start + 1; j < doc.layers.length && !chosen; j++) if (!doc.layers[j].layers) chosen = doc.layers[j];
  if (chosen) doc.activeLayer = chosen;
  return count(doc.layers) + "|" + size();`;

/** As a smart object above the current layer. Nothing else may stand in this script. */
export const openLayerScript = (url: string) => `app.open(${JSON.stringify(url)}, null, true);`;

export const COUNT_SCRIPT = `${HELPERS} return String(count(doc.layers));`;

export const nameLayerScript = (name: string) => `${HELPERS} doc.activeLayer.name = ${JSON.stringify(name)}; return "";`;
