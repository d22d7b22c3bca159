// The order in which jest runs the suites: a long one that starts last leaves the other cores idle.
const { default: Sequencer } = require('@jest/test-sequencer');

/** Slowest first, as they were when somebody last measured; what is not named keeps jest's own order. */
const SLOW = [
  /test\/app\/storm\./,
  /test\/app\/crash/,
  /test\/sql\/authority\/bespoke/,
  /test\/verify\/(?:twin|strictly)/,
  /test\/app\/biggest-change\./,
  /test\/recorded-history\./,
  /test\/sandbox\/sandbox\./,
  /test\/app\//,
  /test\/github\//,
];

module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
};

function rankOf({ path }) {
  const at = SLOW.findIndex((pattern) => pattern.test(path));
  return at < 0 ? SLOW.length : at;
}
