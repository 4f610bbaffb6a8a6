// Mocha where there is no Node: its own bundle for browsers, which says of itself only to the global object that it is there.
import '../../node_modules/mocha/mocha.js';

export default (globalThis as unknown as { Mocha: typeof import('mocha') }).Mocha;
