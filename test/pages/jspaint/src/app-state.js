// As in JS Paint, variables that its scripts share; they are no properties of window.
/* eslint-disable @typescript-eslint/no-unused-vars, prefer-const */
let selection;
let magnification = 1;
let current_history_node = { name: 'Open' };
